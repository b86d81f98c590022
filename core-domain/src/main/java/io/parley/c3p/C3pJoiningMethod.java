package io.parley.c3p;

import java.util.Optional;

/** How an endpoint came into the conference (section 8.1). */
public enum C3pJoiningMethod {
    /** It called. */
    DIALED_IN("dialed-in"),
    /** It was called. */
    DIALED_OUT("dialed-out"),
    /** It is the focus's own. */
    FOCUS_OWNER("focus-owner");

    private final String word;

    C3pJoiningMethod(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    /** The method of that word. */
    public static Optional<C3pJoiningMethod> of(String word) {
        for (C3pJoiningMethod method : values()) {
            if (method.word.equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word;
    }
}
