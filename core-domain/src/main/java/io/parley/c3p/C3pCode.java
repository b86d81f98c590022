package io.parley.c3p;

import java.util.Locale;
import java.util.Optional;

/** What kind of response a response is: {@code response/@code} (section 2.2.3.2.1). */
public enum C3pCode {
    /** The command has been executed. */
    SUCCESS,
    /** It is being executed; another response follows. */
    PENDING,
    /** It has not been executed. */
    FAILURE;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of that word. */
    public static Optional<C3pCode> of(String word) {
        for (C3pCode code : values()) {
            if (code.word().equals(word)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word();
    }
}
