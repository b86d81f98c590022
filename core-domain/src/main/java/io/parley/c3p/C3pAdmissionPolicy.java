package io.parley.c3p;

import java.util.Optional;

/** Who is admitted to a conference (section 2.2.2.3). */
public enum C3pAdmissionPolicy {
    /** The organizer and those he invited. */
    CLOSED_AUTHENTICATED("closedAuthenticated"),
    /** Everybody who has proved who he is. */
    OPEN_AUTHENTICATED("openAuthenticated"),
    /** Everybody. */
    ANONYMOUS("anonymous");

    private final String word;

    C3pAdmissionPolicy(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    /** The policy of that word. */
    public static Optional<C3pAdmissionPolicy> of(String word) {
        for (C3pAdmissionPolicy policy : values()) {
            if (policy.word.equals(word)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word;
    }
}
