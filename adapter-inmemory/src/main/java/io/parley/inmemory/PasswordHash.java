package io.parley.inmemory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes of a password and a salt what the password cannot be told from. */
@FunctionalInterface
interface PasswordHash {

    byte[] of(String password, byte[] salt);

    /** Slow on purpose: PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2). */
    static PasswordHash slow(int iterations) {
        return (password, salt) -> {
            PBEKeySpec specification = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(specification)
                        .getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java cannot hash passwords", e);
            } finally {
                specification.clearPassword();
            }
        };
    }

    /** Fast, and safe only as long as the salt is a secret: HMAC-SHA-256. */
    static PasswordHash keyed() {
        return (password, key) -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java cannot hash passwords", e);
            }
        };
    }
}
