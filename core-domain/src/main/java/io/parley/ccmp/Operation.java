package io.parley.ccmp;

import java.util.Locale;
import java.util.Optional;

/** What a request asks for (RFC 6503 section 4.1). */
public enum Operation {
    /** Read. */
    RETRIEVE,
    /** Make. */
    CREATE,
    /** Change. */
    UPDATE,
    /** Remove. */
    DELETE;

    /** The word of the protocol, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operation of that word, which has to be in lower case. */
    public static Optional<Operation> of(String word) {
        for (Operation operation : values()) {
            if (operation.word().equals(word)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word();
    }
}
