package io.parley.sip.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.parley.spec.Requirement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

class CmsEnvelopesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    private static final CmsEnvelopes OURS = CmsEnvelopes.selfSigned("example.com", NOW);
    private static final CmsEnvelopes THEIRS = CmsEnvelopes.selfSigned("client", NOW);

    private static X509Bundle made(CertificateBuilder.Algorithm algorithm, CertificateBuilder.KeyUsage... usages)
            throws Exception {
        CertificateBuilder builder = new CertificateBuilder()
                .algorithm(algorithm)
                .subject("CN=client")
                .setIsCertificateAuthority(true);
        if (usages.length > 0) {
            builder.setKeyUsage(true, usages);
        }
        return builder.buildSelfSigned();
    }

    private static byte[] sealedFor(X509Bundle bundle) throws Exception {
        return OURS.seal("secret", bundle.getCertificate().getEncoded()).orElseThrow();
    }

    private static String pem(X509Bundle bundle) throws Exception {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(bundle.getCertificate().getEncoded()) + "\n-----END CERTIFICATE-----\n"
                + "-----BEGIN PRIVATE KEY-----\n"
                + encoder.encodeToString(bundle.getKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String cipherOf(byte[] envelope) {
        ASN1Sequence content = ASN1Sequence.getInstance(enveloped(envelope).getObjectAt(2));
        return ASN1Sequence.getInstance(content.getObjectAt(1)).getObjectAt(0).toString();
    }

    private static ASN1Sequence enveloped(byte[] envelope) {
        ASN1Sequence info = ASN1Sequence.getInstance(envelope);
        return ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(info.getObjectAt(1)), true);
    }

    @Test
    void whatIsSealedForSomebodyHeOpensAndNobodyElse() {
        byte[] envelope = OURS.seal("tést \uD83D\uDD11", THEIRS.certificate()).orElseThrow();
        assertThat(THEIRS.open(envelope)).contains("tést \uD83D\uDD11");
        assertThat(OURS.open(envelope)).isEmpty();
        assertThat(THEIRS.open(OURS.seal("", THEIRS.certificate()).orElseThrow()))
                .contains("");
    }

    @Test
    @Requirement("C3P-4.4.7-03")
    void anEnvelopeIsDerOfEnvelopedDataWithOneRecipientByIssuerAndSerialNumber() throws Exception {
        byte[] envelope = OURS.seal("12345", THEIRS.certificate()).orElseThrow();
        assertThat(ASN1Primitive.fromByteArray(envelope).getEncoded("DER")).isEqualTo(envelope);
        ASN1Sequence info = ASN1Sequence.getInstance(envelope);
        assertThat(info.getObjectAt(0)).isEqualTo(new ASN1ObjectIdentifier("1.2.840.113549.1.7.3"));

        ASN1Sequence data = enveloped(envelope);
        assertThat(ASN1Integer.getInstance(data.getObjectAt(0)).intValueExact()).isZero();
        ASN1Set recipients = ASN1Set.getInstance(data.getObjectAt(1));
        assertThat(recipients.size()).isEqualTo(1);
        ASN1Sequence recipient = ASN1Sequence.getInstance(recipients.getObjectAt(0));
        X509CertificateHolder certificate = new X509CertificateHolder(THEIRS.certificate());
        ASN1Sequence issuerAndSerial = ASN1Sequence.getInstance(recipient.getObjectAt(1));
        assertThat(issuerAndSerial.getObjectAt(0).toASN1Primitive())
                .isEqualTo(certificate.getIssuer().toASN1Primitive());
        assertThat(ASN1Integer.getInstance(issuerAndSerial.getObjectAt(1)).getValue())
                .isEqualTo(certificate.getSerialNumber());
        assertThat(ASN1Sequence.getInstance(recipient.getObjectAt(2)).getObjectAt(0))
                .isEqualTo(new ASN1ObjectIdentifier("1.2.840.113549.1.1.1"));
        assertThat(ASN1OctetString.getInstance(recipient.getObjectAt(3)).getOctetsLength())
                .isEqualTo(256);
    }

    @Test
    void theContentIsEncryptedWithAesUnlessTripleDesIsWanted() {
        byte[] aes = OURS.seal("x", THEIRS.certificate()).orElseThrow();
        byte[] des = OURS.with(ContentCipher.DES_EDE3_CBC)
                .seal("x", THEIRS.certificate())
                .orElseThrow();
        assertThat(cipherOf(aes)).isEqualTo("2.16.840.1.101.3.4.1.42");
        assertThat(cipherOf(des)).isEqualTo("1.2.840.113549.3.7");
        assertThat(THEIRS.open(des)).contains("x");
    }

    @Test
    void whatIsNoCertificateForKeyTransportByRsaIsRefused() throws Exception {
        byte[] good = THEIRS.certificate();
        assertThat(OURS.seal("x", new byte[0])).isEmpty();
        assertThat(OURS.seal("x", new byte[] {1, 2, 3})).isEmpty();
        assertThat(OURS.seal("x", Arrays.copyOf(good, good.length - 1))).isEmpty();
        assertThat(OURS.seal("x", Arrays.copyOf(good, good.length + 1)))
                .as("more behind it")
                .isEmpty();
        assertThat(OURS.seal("x", Arrays.copyOf(good, RecipientCertificate.LONGEST + 1)))
                .isEmpty();
        X509Bundle curve = made(CertificateBuilder.Algorithm.ecp256);
        assertThat(OURS.seal("x", curve.getCertificate().getEncoded())).isEmpty();
        X509Bundle forSigning =
                made(CertificateBuilder.Algorithm.rsa2048, CertificateBuilder.KeyUsage.digitalSignature);
        assertThat(OURS.seal("x", forSigning.getCertificate().getEncoded())).isEmpty();
        X509Bundle forKeys = made(CertificateBuilder.Algorithm.rsa2048, CertificateBuilder.KeyUsage.keyEncipherment);
        assertThat(OURS.seal("x", forKeys.getCertificate().getEncoded())).isPresent();
    }

    @Test
    void aCertificateCanBeGivenAsPem() throws Exception {
        X509Bundle bundle = made(CertificateBuilder.Algorithm.rsa2048);
        CmsEnvelopes given = CmsEnvelopes.ofPem(pem(bundle));
        assertThat(given.certificate()).isEqualTo(bundle.getCertificate().getEncoded());
        assertThat(given.open(sealedFor(bundle))).contains("secret");
    }

    @Test
    void aPemThatIsOfNoUseIsRefusedInWords() throws Exception {
        String one = pem(made(CertificateBuilder.Algorithm.rsa2048));
        String other = pem(made(CertificateBuilder.Algorithm.rsa2048));
        int key = one.indexOf("-----BEGIN PRIVATE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CmsEnvelopes.ofPem(one.substring(0, key)))
                .withMessageContaining("no private key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CmsEnvelopes.ofPem(one.substring(key)))
                .withMessageContaining("no certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CmsEnvelopes.ofPem(
                        one.substring(0, key) + other.substring(other.indexOf("-----BEGIN PRIVATE"))))
                .withMessageContaining("is not that of");
        String curve = pem(made(CertificateBuilder.Algorithm.ecp256));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CmsEnvelopes.ofPem(curve))
                .withMessageContaining("key transport");
    }

    @Property(tries = 200)
    void whatIsSentToBeOpenedNeverThrows(@ForAll byte[] anything) {
        assertThat(OURS.open(anything)).isEmpty();
    }

    @Property(tries = 200)
    void anEnvelopeThatWasTamperedWithThrowsNothing(@ForAll @IntRange(max = 600) int where, @ForAll byte what) {
        byte[] envelope = THEIRS.seal("secret", OURS.certificate()).orElseThrow();
        envelope[where % envelope.length] ^= what;
        assertThatCode(() -> OURS.open(envelope)).doesNotThrowAnyException();
    }
}
