package io.parley.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys. What cannot be read is an {@link IllegalArgumentException} that names the file and what is wrong. */
final class PemFiles {

    private static final Pattern PKCS_8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int MOST_BYTES = 1 << 20;

    private PemFiles() {}

    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(file + ": too large for a file of certificates or keys");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(file + ": no such file", missing);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": cannot be read", unreadable);
        }
    }

    static X509Certificate[] certificates(Path file) {
        try {
            X509Certificate[] found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(file)))
                    .toArray(X509Certificate[]::new);
            if (found.length == 0) {
                throw new IllegalArgumentException(file + ": holds no certificate in PEM");
            }
            return found;
        } catch (CertificateException broken) {
            throw new IllegalArgumentException(file + ": holds no certificate in PEM", broken);
        }
    }

    /** The key in {@code file}, which is that of {@code certificate}. */
    static PrivateKey key(Path file, X509Certificate certificate) {
        Matcher pem = PKCS_8.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IllegalArgumentException(
                    file + ": holds no private key in PEM as PKCS #8 without a password (BEGIN PRIVATE KEY)");
        }
        try {
            PublicKey counterpart = certificate.getPublicKey();
            PrivateKey key = KeyFactory.getInstance(counterpart.getAlgorithm())
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1))));
            if (!belongs(key, counterpart)) {
                throw new IllegalArgumentException(
                        file + ": not the key of the certificate of " + certificate.getSubjectX500Principal());
            }
            return key;
        } catch (GeneralSecurityException | IllegalStateException wrong) {
            throw new IllegalArgumentException(
                    file + ": not the key of the certificate of " + certificate.getSubjectX500Principal(), wrong);
        }
    }

    /** Java does not look before a handshake fails, so something is signed. */
    private static boolean belongs(PrivateKey key, PublicKey counterpart) throws GeneralSecurityException {
        byte[] probe = {1, 2, 3};
        String algorithm = switch (counterpart.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> counterpart.getAlgorithm();
        };
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(probe);
        Signature checking = Signature.getInstance(algorithm);
        checking.initVerify(counterpart);
        checking.update(probe);
        return checking.verify(signing.sign());
    }

    /** By what the contents of files can be told from others. */
    static byte[] fingerprint(Iterable<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                byte[] bytes = bytes(file);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
