package io.parley.document;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The decisions by which an element is composed. When they are used up each further one falls on the least: the element ends there, so
 * that fewer decisions make a smaller element, and jqwik shrinks their number.
 */
final class Choices {

    private final SplittableRandom random;
    private int left;

    Choices(long seed, int number) {
        this.random = new SplittableRandom(seed);
        this.left = number;
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        if (left == 0) {
            return 0;
        }
        left--;
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return below(times) == times - 1;
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[below(values.length)];
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }
}
