package io.parley.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets so many through in a second and no more (the generic cell rate algorithm): as many at once as in a second, then one whenever its
 * share of a second has passed. Used by any number of threads.
 */
final class Gate {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** When all that went through would have been let through one by one. */
    private final AtomicLong busyUntil = new AtomicLong(Long.MIN_VALUE / 2);

    /**
     * Lets one through at {@code now}, in nanoseconds of any clock.
     *
     * @return how long it would have to wait, or zero if it went through
     */
    long pass(int perSecond, long now) {
        long share = SECOND / perSecond;
        while (true) {
            long before = busyUntil.get();
            long after = Math.max(before, now) + share;
            if (after - now > SECOND) {
                return after - now - SECOND;
            }
            if (busyUntil.compareAndSet(before, after)) {
                return 0;
            }
        }
    }
}
