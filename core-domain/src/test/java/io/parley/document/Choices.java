package io.parley.document;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * The decisions by which an element is composed. When they are used up each further one falls on the least: the element ends there, so
 * that fewer decisions make a smaller element, and jqwik shrinks their number.
 */
final class Choices {

    private final IntUnaryOperator source;
    private int left;

    Choices(long seed, int number) {
        this(new SplittableRandom(seed)::nextInt, number);
    }

    /** Decisions of which {@code source} takes each: a number from 0 to below the one that it is given. */
    Choices(IntUnaryOperator source, int number) {
        this.source = source;
        this.left = number;
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        if (left == 0) {
            return 0;
        }
        left--;
        return source.applyAsInt(bound);
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
