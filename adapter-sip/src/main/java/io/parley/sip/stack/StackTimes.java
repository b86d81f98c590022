package io.parley.sip.stack;

import java.time.Duration;

/**
 * How long a stack waits. Every time is positive.
 *
 * @param t1 the estimate of a round trip from which the timers of transactions follow (RFC 3261 section 17.1.1.1)
 * @param connect for a connection to be established, with the handshake of TLS, in either direction
 * @param message for a message, from its first byte to its last
 * @param idle until a connection by which nothing comes and goes is closed
 * @param retryAfter how long a peer is told to stay away that gets 503
 */
public record StackTimes(Duration t1, Duration connect, Duration message, Duration idle, Duration retryAfter) {

    /** Checks the times. */
    public StackTimes {
        for (Duration time : new Duration[] {t1, connect, message, idle, retryAfter}) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("Not a positive time: " + time);
            }
        }
    }

    /** T1 of 500 ms, 10 s to connect, 30 s for a message, 30 minutes idle, 503 with 5 s. */
    public static StackTimes defaults() {
        return new StackTimes(
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofSeconds(5));
    }

    /** These with another time until an idle connection is closed. */
    public StackTimes idle(Duration other) {
        return new StackTimes(t1, connect, message, other, retryAfter);
    }

    /** These with another time to connect. */
    public StackTimes connect(Duration other) {
        return new StackTimes(t1, other, message, idle, retryAfter);
    }

    /** These with another time for a message. */
    public StackTimes message(Duration other) {
        return new StackTimes(t1, connect, other, idle, retryAfter);
    }

    /** 64 times T1: how long a transaction waits for its end (timers B, F, H and J). */
    Duration transaction() {
        return t1.multipliedBy(64);
    }
}
