package io.parley.sip.cms;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Which certificates a key can be sent to by key transport with RSA (RFC 5652 section 6.2.1): nobody has to vouch for them. */
final class RecipientCertificate {

    /** How long a certificate may be; those of our time have less than a quarter of that. */
    static final int LONGEST = 16_384;

    private static final int FEWEST_BITS = 1024;
    private static final int MOST_BITS = 8192;

    private RecipientCertificate() {}

    /** The certificate that {@code der} is, if it is one of them. */
    static Optional<X509CertificateHolder> read(byte[] der) {
        if (der.length == 0 || der.length > LONGEST) {
            return Optional.empty();
        }
        try {
            X509CertificateHolder holder =
                    new X509CertificateHolder(Certificate.getInstance(ASN1Primitive.fromByteArray(der)));
            return isForKeyTransport(holder) ? Optional.of(holder) : Optional.empty();
        } catch (IOException | RuntimeException notACertificate) {
            // The parser throws whatever it likes for what is no certificate.
            return Optional.empty();
        }
    }

    static boolean isForKeyTransport(X509CertificateHolder certificate) throws IOException {
        boolean rsa = certificate
                .getSubjectPublicKeyInfo()
                .getAlgorithm()
                .getAlgorithm()
                .equals(PKCSObjectIdentifiers.rsaEncryption);
        if (!rsa
                || !(PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo())
                        instanceof RSAKeyParameters key)) {
            return false;
        }
        int bits = key.getModulus().bitLength();
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return bits >= FEWEST_BITS && bits <= MOST_BITS && (usage == null || usage.hasUsages(KeyUsage.keyEncipherment));
    }
}
