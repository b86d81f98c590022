package io.parley.focus;

/**
 * Which call of the focus: a fresh identifier for each attempt, so that what comes late of an earlier one changes nothing. It is fit to be the
 * first part of a {@code Call-ID}.
 *
 * @param value the identifier, unique in the system
 */
public record CallId(String value) implements Comparable<CallId> {

    /** Refuses an empty identifier. */
    public CallId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a call without identifier: '" + value + "'");
        }
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }
}
