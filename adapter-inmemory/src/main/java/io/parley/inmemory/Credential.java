package io.parley.inmemory;

import io.parley.identity.XconUserId;
import java.security.MessageDigest;

/** Whose password it is, by which it can be recognised, but not found out. */
final class Credential {

    private final XconUserId user;
    private final byte[] salt;
    private final byte[] hash;
    private volatile byte[] memo;

    /** {@code memo} is something that no password has. */
    Credential(XconUserId user, byte[] salt, byte[] hash, byte[] memo) {
        this.user = user;
        this.salt = salt;
        this.hash = hash;
        this.memo = memo;
    }

    XconUserId user() {
        return user;
    }

    byte[] salt() {
        return salt;
    }

    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    /** Whether the password with this keyed hash has been found right before. */
    boolean hasMemo(byte[] other) {
        return MessageDigest.isEqual(memo, other);
    }

    void remember(byte[] right) {
        memo = right;
    }
}
