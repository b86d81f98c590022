package io.parley.c3p;

import java.util.Locale;
import java.util.Optional;

/** The two roles of C3P (section 2.2.2.5). */
public enum C3pRole {
    /** Steers the conference. */
    PRESENTER,
    /** Takes part. */
    ATTENDEE;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word. */
    public static Optional<C3pRole> of(String word) {
        for (C3pRole role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word();
    }
}
