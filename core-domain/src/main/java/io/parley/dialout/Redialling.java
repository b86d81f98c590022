package io.parley.dialout;

import io.parley.focus.SipStatus;
import java.time.Duration;
import java.util.Set;

/**
 * When those who did not come are called again, and how long it is shown that somebody did not. Only calls that a list wants are tried again;
 * whoever asked by REFER learns the outcome and can ask again.
 *
 * @param attempts how often somebody is called at most, the first time included
 * @param pause from a failure to the next attempt
 * @param shown how long the outcome of the last attempt stays in the conference document; longer than documents of watchers are put off, so
 *     that everybody who may see it does
 */
public record Redialling(int attempts, Duration pause, Duration shown) {

    /** Three attempts, half a minute apart; the outcome is shown for ten seconds. */
    public static final Redialling STANDARD = new Redialling(3, Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** 408, 480, 486, 500, 503, 504 and 600: another time it may be otherwise (RFC 3261 section 21). */
    private static final Set<Integer> PASSING = Set.of(408, 480, 486, 500, 503, 504, 600);

    /** Refuses less than one attempt, and times that are not positive. */
    public Redialling {
        if (attempts < 1) {
            throw new IllegalArgumentException("a target is called once at least, not " + attempts + " times");
        }
        if (!isPositive(pause) || !isPositive(shown)) {
            throw new IllegalArgumentException("a failure lasts a while, not " + pause + " and " + shown);
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    /** Whether another attempt may go better than one that failed with {@code status}. */
    boolean isWorthIt(SipStatus status, int attempt) {
        return attempt < attempts && PASSING.contains(status.code());
    }
}
