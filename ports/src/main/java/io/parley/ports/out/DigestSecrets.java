package io.parley.ports.out;

import io.parley.identity.XconUserId;
import java.util.Optional;

/**
 * What HTTP Digest authentication (RFC 7616) needs instead of passwords: the hash of name, realm and password, {@code H(A1)}. Within its
 * realm it is worth as much as the password, so it is kept as secretly, and only where Digest is wanted.
 *
 * <p>Contract: may be called by any number of threads at once. Never keeps a password as it came.
 */
public interface DigestSecrets {

    /** The hash function of a secret. */
    enum Algorithm {
        /** SHA-256. */
        SHA_256,
        /** MD5, for clients that know nothing better. */
        MD5
    }

    /**
     * What is known of a name.
     *
     * @param user the user who has that name
     * @param secret {@code H(A1)} in lower-case hexadecimal digits
     */
    record Known(XconUserId user, String secret) {
        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Known[" + user + "]";
        }
    }

    /** The realm that the secrets are made for. */
    String realm();

    /** What is known of {@code username}, compared exactly. */
    Optional<Known> find(String username, Algorithm algorithm);
}
