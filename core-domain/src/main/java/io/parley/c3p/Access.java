package io.parley.c3p;

import java.util.Locale;
import java.util.Optional;

/** What becomes of those who wait in the lobby (section 2.2.3.21). */
public enum Access {
    /** They are admitted. */
    GRANTED,
    /** They are sent away. */
    DENIED;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The access of that word. */
    public static Optional<Access> of(String word) {
        for (Access access : values()) {
            if (access.word().equals(word)) {
                return Optional.of(access);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word();
    }
}
