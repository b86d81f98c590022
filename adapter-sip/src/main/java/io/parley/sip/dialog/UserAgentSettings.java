package io.parley.sip.dialog;

import java.time.Duration;
import java.util.List;

/**
 * What a user agent knows and grants.
 *
 * @param methods the methods that it serves, in the order of {@code Allow}; others get 405
 * @param supported the option tags that it understands, in the order of {@code Supported}; others in {@code Require} get 420
 * @param accepted the content types that it reads, in the order of {@code Accept}; empty if it does not tell
 * @param timers the session timers
 * @param subscriptions what subscribers get
 * @param t1 the estimate of the round trip (RFC 3261 section 17.1.1.1)
 * @param t2 the longest time between repetitions
 */
public record UserAgentSettings(
        List<String> methods,
        List<String> supported,
        List<String> accepted,
        SessionTimers timers,
        SubscriptionSettings subscriptions,
        Duration t1,
        Duration t2) {

    /** All that this room knows, with the times of RFC 3261. */
    public static final UserAgentSettings STANDARD = new UserAgentSettings(
            List.of(
                    "INVITE",
                    "ACK",
                    "BYE",
                    "CANCEL",
                    "UPDATE",
                    "INFO",
                    "OPTIONS",
                    "MESSAGE",
                    "SUBSCRIBE",
                    "NOTIFY",
                    "REFER"),
            List.of("timer"),
            List.of(),
            SessionTimers.STANDARD,
            SubscriptionSettings.STANDARD,
            Duration.ofMillis(500),
            Duration.ofSeconds(4));

    /** Copies the lists. */
    public UserAgentSettings {
        methods = List.copyOf(methods);
        supported = List.copyOf(supported);
        accepted = List.copyOf(accepted);
        if (t1.isZero() || t1.isNegative() || t2.compareTo(t1) < 0) {
            throw new IllegalArgumentException("times of repetition that are no order: " + t1 + ", " + t2);
        }
    }

    /** These with other methods. */
    public UserAgentSettings serving(List<String> others) {
        return new UserAgentSettings(others, supported, accepted, timers, subscriptions, t1, t2);
    }

    /** These with other option tags. */
    public UserAgentSettings supporting(List<String> others) {
        return new UserAgentSettings(methods, others, accepted, timers, subscriptions, t1, t2);
    }

    /** These with other content types. */
    public UserAgentSettings reading(List<String> others) {
        return new UserAgentSettings(methods, supported, others, timers, subscriptions, t1, t2);
    }

    /** These with other session timers. */
    public UserAgentSettings with(SessionTimers others) {
        return new UserAgentSettings(methods, supported, accepted, others, subscriptions, t1, t2);
    }

    /** These with other subscriptions. */
    public UserAgentSettings with(SubscriptionSettings others) {
        return new UserAgentSettings(methods, supported, accepted, timers, others, t1, t2);
    }

    /** The value of {@code Allow}. */
    public String allow() {
        return String.join(", ", methods);
    }

    /** The value of {@code Allow-Events}. */
    public String allowEvents() {
        return String.join(", ", subscriptions.packages());
    }

    /** The value of {@code Supported}. */
    public String supportedText() {
        return String.join(", ", supported);
    }

    /** The value of {@code Accept}. */
    public String acceptText() {
        return String.join(", ", accepted);
    }

    /** How long a transaction may take: 64 times T1. */
    Duration patience() {
        return t1.multipliedBy(64);
    }
}
