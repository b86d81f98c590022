package io.parley.c3p;

import java.util.Locale;
import java.util.Optional;

/** Whether a medium is let through (section 8.2). */
public enum MediaFilter {
    /** It is not. */
    BLOCK,
    /** It is. */
    UNBLOCK;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter of that word. */
    public static Optional<MediaFilter> of(String word) {
        for (MediaFilter filter : values()) {
            if (filter.word().equals(word)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word();
    }
}
