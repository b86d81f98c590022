package io.parley.persistent;

import java.util.concurrent.atomic.AtomicLong;

/** A key that counts how often keys of its making were compared: the cost of an operation without a clock. */
record Counted(int value, AtomicLong comparisons) implements Comparable<Counted> {

    @Override
    public int compareTo(Counted other) {
        comparisons.incrementAndGet();
        return Integer.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counted that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
