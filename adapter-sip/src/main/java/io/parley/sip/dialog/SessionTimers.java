package io.parley.sip.dialog;

import java.time.Duration;

/**
 * How long a session lives without a sign of the peer (RFC 4028), whole seconds.
 *
 * @param interval the interval that we ask for where the peer asks for none; should not be below half an hour (section 4)
 * @param minimum the shortest that we accept, never below 90 s (section 5)
 * @param maximum the longest that we grant, and after which we look after the peer at the latest
 * @param choice who refreshes a session of which we are the server
 * @param probe after what time an OPTIONS asks whether a peer without session timers is still there; zero for never
 */
public record SessionTimers(
        Duration interval, Duration minimum, Duration maximum, RefresherChoice choice, Duration probe) {

    /** The least that any minimum may be (section 5). */
    public static final Duration FLOOR = Duration.ofSeconds(90);

    /** The least interval that we should ask for of our own accord (section 4). */
    public static final Duration LEAST_OF_OURS = Duration.ofMinutes(30);

    /** Half an hour, at most two hours and from 90 s up, refreshed by whoever is able to, and two hours between probes. */
    public static final SessionTimers STANDARD =
            new SessionTimers(LEAST_OF_OURS, FLOOR, Duration.ofHours(2), RefresherChoice.AS_ABLE, Duration.ofHours(2));

    /** Refuses intervals that contradict each other. */
    public SessionTimers {
        if (minimum.compareTo(FLOOR) < 0) {
            throw new IllegalArgumentException("a minimum of " + minimum + ", and RFC 4028 allows none below " + FLOOR);
        }
        if (interval.compareTo(minimum) < 0 || maximum.compareTo(interval) < 0) {
            throw new IllegalArgumentException(
                    "an interval of " + interval + ", which is not between " + minimum + " and " + maximum);
        }
        if (probe.isNegative()) {
            throw new IllegalArgumentException("a negative interval of probes: " + probe);
        }
    }

    /** These with another interval. */
    public SessionTimers every(Duration other) {
        return new SessionTimers(other, minimum, maximum, choice, probe);
    }

    /** These with another minimum. */
    public SessionTimers atLeast(Duration other) {
        return new SessionTimers(interval, other, maximum, choice, probe);
    }

    /** These with another maximum, which makes the interval as short if it was longer. */
    public SessionTimers atMost(Duration other) {
        return new SessionTimers(interval.compareTo(other) < 0 ? interval : other, minimum, other, choice, probe);
    }

    /** These with another choice of the refresher. */
    public SessionTimers refreshedBy(RefresherChoice other) {
        return new SessionTimers(interval, minimum, maximum, other, probe);
    }

    /** These with another interval of probes. */
    public SessionTimers probedEvery(Duration other) {
        return new SessionTimers(interval, minimum, maximum, choice, other);
    }
}
