package io.parley.http;

import java.time.Duration;
import java.util.List;

/**
 * How a server calls back those who registered a URL for a conference (RFC 6503 section 8).
 *
 * @param allowed where to; nowhere else
 * @param cleartext whether {@code http} URLs are accepted beside {@code https}
 * @param perUser how many call-backs one user may have
 * @param inAll how many there may be
 * @param attempts how often in a row an event is tried before its call-back is given up
 * @param firstWait how long to wait behind the first failure; twice as long behind each further one, less some at random
 * @param longestWait and never longer than this
 * @param timeout how long an attempt may take until the status has come
 */
public record Callbacks(
        List<CallbackAllow> allowed,
        boolean cleartext,
        int perUser,
        int inAll,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        Duration timeout) {

    /** Copies the list, and refuses numbers that are not positive. */
    public Callbacks {
        allowed = List.copyOf(allowed);
        if (perUser < 1 || inAll < 1 || attempts < 1) {
            throw new IllegalArgumentException("Not positive: " + perUser + ", " + inAll + " or " + attempts);
        }
    }

    /** To {@code allowed} over https; 16 a user, 1024 in all; 12 attempts, which take about half an hour. */
    public static Callbacks to(List<CallbackAllow> allowed) {
        return new Callbacks(
                allowed, false, 16, 1024, 12, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10));
    }

    /** The same with {@code http} URLs. */
    public Callbacks inCleartextToo() {
        return new Callbacks(allowed, true, perUser, inAll, attempts, firstWait, longestWait, timeout);
    }
}
