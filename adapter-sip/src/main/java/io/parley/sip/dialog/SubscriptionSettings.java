package io.parley.sip.dialog;

import java.time.Duration;
import java.util.List;

/**
 * What subscribers get.
 *
 * @param packages the event packages that can be subscribed to, in the order of {@code Allow-Events}
 * @param minimum the shortest duration that is accepted, unless it is zero; of no effect on an hour or more (RFC 6665 section 4.2.1.1)
 * @param standard the duration for who names none
 * @param maximum the longest duration that is granted
 * @param interval the least time between two documents of a subscription
 */
public record SubscriptionSettings(
        List<String> packages, Duration minimum, Duration standard, Duration maximum, Duration interval) {

    /** {@code conference} and {@code refer}, from a minute to an hour, five documents a second. */
    public static final SubscriptionSettings STANDARD = new SubscriptionSettings(
            List.of("conference", "refer"),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofMillis(200));

    /** Refuses durations that contradict each other. */
    public SubscriptionSettings {
        packages = List.copyOf(packages);
        if (minimum.isNegative() || standard.isZero() || standard.isNegative() || maximum.compareTo(standard) < 0) {
            throw new IllegalArgumentException(
                    "durations of subscriptions that are no order: " + minimum + ", " + standard + ", " + maximum);
        }
        if (interval.isNegative()) {
            throw new IllegalArgumentException("a negative interval of notifications: " + interval);
        }
    }

    /** These with another interval between documents. */
    public SubscriptionSettings every(Duration other) {
        return new SubscriptionSettings(packages, minimum, standard, maximum, other);
    }

    /** These with other durations. */
    public SubscriptionSettings lasting(Duration shortest, Duration usual, Duration longest) {
        return new SubscriptionSettings(packages, shortest, usual, longest, interval);
    }
}
