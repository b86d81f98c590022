package io.parley.identity;

/**
 * The version of a conference object (RFC 6503 section 4.2): 1 when it is created, one higher with every accepted change.
 *
 * @param value the number, 1 or more
 */
public record Version(long value) implements Comparable<Version> {

    /** The version of a new object. */
    public static final Version FIRST = new Version(1);

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}. */
    public Version {
        if (value < 1) {
            throw new IllegalArgumentException("a version is a positive integer, not " + value);
        }
    }

    /** The version after this one. */
    public Version next() {
        return new Version(value + 1);
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
