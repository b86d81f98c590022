package io.parley.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * One time at which a calendar says that something takes place.
 *
 * @param start when it begins
 * @param end when it is over, later than the start
 */
public record Occurrence(Instant start, Instant end) {
    /** Refuses an occurrence that ends before it has begun. */
    public Occurrence {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("an occurrence from " + start + " cannot end at " + end);
        }
    }

    /** How long it takes. */
    public Duration length() {
        return Duration.between(start, end);
    }
}
