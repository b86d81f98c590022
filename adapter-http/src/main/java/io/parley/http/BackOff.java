package io.parley.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait behind failures: twice as long each time up to a bound, and of that a half to the whole at random, so that those who
 * failed together do not come back together.
 *
 * @param first behind the first failure
 * @param longest the bound
 * @param dice numbers from 0 to 1
 */
record BackOff(Duration first, Duration longest, DoubleSupplier dice) {

    private static final int MOST_DOUBLINGS = 30;

    Duration behind(int failures) {
        long nanos = first.toNanos();
        for (int i = 1; i < Math.min(failures, MOST_DOUBLINGS) && nanos < longest.toNanos(); i++) {
            nanos *= 2;
        }
        long whole = Math.min(nanos, longest.toNanos());
        long half = whole / 2;
        return Duration.ofNanos(half + (long) (half * dice.getAsDouble()));
    }
}
