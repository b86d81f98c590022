package io.parley.sip.stack;

import java.security.SecureRandom;

/** Tags, branches and what else has to be unique (RFC 3261 sections 8.1.1.7 and 19.3). */
final class Tags {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long SECRET = RANDOM.nextLong();

    private Tags() {}

    /** The tag for the answers of a transaction: always the same, so that nobody has to remember it. */
    static String of(String transaction) {
        long hash = SECRET;
        for (int i = 0; i < transaction.length(); i++) {
            hash = (hash ^ transaction.charAt(i)) * 0x100000001b3L;
        }
        return Long.toHexString(hash ^ hash >>> 29);
    }

    /** A branch that nobody can guess; in lower case, as the transaction layer compares it. */
    static String branch() {
        return "z9hG4bK" + Long.toHexString(RANDOM.nextLong()) + Long.toHexString(RANDOM.nextLong());
    }
}
