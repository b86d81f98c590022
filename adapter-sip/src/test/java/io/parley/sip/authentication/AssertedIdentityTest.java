package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** Whose word is taken for who somebody is (RFC 3325). */
class AssertedIdentityTest {

    private static final String PROXY = "192.0.2.1";
    private static final String STRANGER = "192.0.2.2";
    private static final String BOB = "sip:bob@example.com";
    private static final String ALICE = "sip:alice@example.com";
    private static final String PHONE = "tel:+14085264000";

    private final AssertedIdentity server = new AssertedIdentity(Set.of(address(PROXY)), Authentication.NOBODY);

    private static InetAddress address(String text) {
        return new InetSocketAddress(text, 5060).getAddress();
    }

    private Identified ask(String peer, SipRequest request) {
        return server.identify(request, Sent.at(peer), Optional.empty());
    }

    private static SipRequest asserting(String... identities) {
        SipRequest request = Sent.by(BOB, "INVITE");
        for (String identity : identities) {
            request = request.and("P-Asserted-Identity", identity);
        }
        return request;
    }

    @Test
    void aTrustedPeerIsBelievedInsteadOfTheFrom() {
        assertThat(Sent.sender(ask(PROXY, asserting("\"Alice\" <" + ALICE + ">"))))
                .isEqualTo(Sent.proved(ALICE));
        SipRequest anonymous =
                asserting("<" + ALICE + ">").with("From", "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1");
        assertThat(Sent.sender(ask(PROXY, anonymous))).isEqualTo(Sent.proved(ALICE));
    }

    @Test
    void fromAnybodyElseTheHeaderIsWorthNothing() {
        assertThat(Sent.refusal(ask(STRANGER, asserting("<" + ALICE + ">"))).status())
                .isEqualTo(403);
        AssertedIdentity open = new AssertedIdentity(Set.of(address(PROXY)), Authentication.OFF);
        assertThat(Sent.sender(open.identify(asserting("<" + ALICE + ">"), Sent.at(STRANGER), Optional.empty())))
                .isEqualTo(Sent.proved(BOB));
    }

    @Test
    void ofTwoIdentitiesTheSipUriCounts() {
        assertThat(Sent.sender(ask(PROXY, asserting("<" + PHONE + ">", "<" + ALICE + ">"))))
                .isEqualTo(Sent.proved(ALICE));
        assertThat(Sent.sender(ask(PROXY, asserting(PHONE + ", \"A, B\" <" + ALICE + ">"))))
                .isEqualTo(Sent.proved(ALICE));
        assertThat(Sent.sender(ask(PROXY, asserting("<" + PHONE + ">")))).isEqualTo(Sent.proved(PHONE));
    }

    @Test
    void whoIsNotAssertedHasToProveItOtherwise() {
        assertThat(Sent.refusal(ask(PROXY, Sent.by(BOB, "INVITE"))).status()).isEqualTo(403);
        assertThat(Sent.refusal(ask(PROXY, asserting("<sip:anonymous@anonymous.invalid>")))
                        .status())
                .isEqualTo(403);
        assertThat(Sent.refusal(ask(PROXY, asserting("<mailto:alice@example.com>")))
                        .status())
                .isEqualTo(403);
    }

    @Property
    @Domain(Arbitraries.class)
    void anyHeaderIsReadOrIgnored(@ForAll String identity) {
        for (String shape : List.of(identity, "<" + identity + ">", "sip:" + identity, "sip:a@" + identity)) {
            assertThat(ask(PROXY, asserting(shape))).isNotNull();
        }
    }
}
