package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.parley.sip.message.SipRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a certificate shows its holder to be (RFC 3261 section 26, RFC 5922 section 7.1). */
class CertificateAuthenticationTest {

    private static final String BOB = "sip:bob@example.com";
    private static final X509Certificate BOBS = certificate("sip:bob@example.com");

    private final CertificateAuthentication server =
            new CertificateAuthentication("example.com", Authentication.NOBODY);

    static X509Certificate certificate(String... names) {
        CertificateBuilder builder =
                new CertificateBuilder().subject("CN=somebody").setIsCertificateAuthority(true);
        try {
            for (String name : names) {
                builder.addSanUriName(name);
            }
            return builder.buildSelfSigned().getCertificate();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private Identified ask(String from, X509Certificate... certificates) {
        return server.identify(Sent.by(from, "INVITE"), Sent.at("192.0.2.1", certificates), Optional.empty());
    }

    @Test
    void theCertificateOfBobIsEnoughForBob() {
        assertThat(Sent.sender(ask(BOB, BOBS))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void oneOfItsNamesIsEnough() {
        X509Certificate several = certificate("https://example.com/bob", "sip:example.com", BOB);
        assertThat(Sent.sender(ask(BOB, several))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void caseIsOfNoMatterInOurOwnDomainOnly() {
        assertThat(Sent.sender(ask("sip:Bob@Example.COM;transport=tls", BOBS)))
                .isEqualTo(Sent.proved("sip:Bob@Example.COM;transport=tls"));
        assertThat(Sent.refusal(ask("sip:Bob@example.net", certificate("sip:bob@example.net")))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:alice@example.com",
                "sip:bob@example.net",
                "sip:example.com",
                "sip:anonymous@anonymous.invalid",
                "https://example.com/sip:bob@example.com",
                "mailto:bob@example.com"
            })
    void aCertificateOfAnotherNameProvesNothing(String name) {
        assertThat(Sent.refusal(ask(BOB, certificate(name))).status()).isEqualTo(403);
    }

    @Test
    void aDomainIsNoUserNotEvenWhereTheFromNamesNone() {
        String domain = "sip:example.com";
        assertThat(Sent.refusal(ask(domain, certificate(domain))).status()).isEqualTo(403);
    }

    @Test
    void withoutNamesOrWithoutCertificateNothingIsProved() {
        assertThat(Sent.refusal(ask(BOB, certificate())).status()).isEqualTo(403);
        assertThat(Sent.refusal(ask(BOB)).status()).isEqualTo(403);
    }

    @Test
    void theNamesOfAnAuthorityAreNotThoseOfItsHolder() {
        assertThat(Sent.refusal(ask(BOB, certificate("sip:alice@example.com"), BOBS))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyIsAnonymousByCertificate() {
        String anonymous = "sip:x@anonymous.invalid";
        assertThat(Sent.sender(ask(anonymous, certificate(anonymous)))).isEqualTo(Sent.unproved(anonymous));
    }

    @Test
    void aFromThatIsNoAddressIs400() {
        SipRequest request = Sent.by(BOB, "INVITE").with("From", "bob");
        assertThat(Sent.refusal(server.identify(request, Sent.at("192.0.2.1", BOBS), Optional.empty()))
                        .status())
                .isEqualTo(400);
    }
}
