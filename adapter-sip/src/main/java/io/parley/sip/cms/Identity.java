package io.parley.sip.cms;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate and its private key.
 *
 * @param certificate the certificate
 * @param key the key
 */
record Identity(X509CertificateHolder certificate, PrivateKeyInfo key) {

    private static final int BITS = 2048;
    private static final Duration VALID = Duration.ofDays(10 * 365);
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** One that nobody has vouched for, made now. */
    static Identity selfSigned(String name, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.CN, name)
                    .build();
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(now.minus(CLOCKS_DIFFER)),
                            Date.from(now.plus(VALID)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new Identity(
                    certificate, PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
            throw new IllegalStateException("no certificate could be made for " + name, broken);
        }
    }

    /** The first certificate and the first private key in {@code pem}. */
    static Identity ofPem(String pem) {
        X509CertificateHolder certificate = null;
        PrivateKeyInfo key = null;
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder holder && certificate == null) {
                    certificate = holder;
                } else if (object instanceof PrivateKeyInfo info && key == null) {
                    key = info;
                } else if (object instanceof PEMKeyPair pair && key == null) {
                    key = pair.getPrivateKeyInfo();
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not PEM: " + unreadable.getMessage(), unreadable);
        }
        if (certificate == null || key == null) {
            throw new IllegalArgumentException(
                    "the PEM holds no " + (certificate == null ? "certificate" : "private key"));
        }
        return new Identity(certificate, key);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubject() + "]";
    }
}
