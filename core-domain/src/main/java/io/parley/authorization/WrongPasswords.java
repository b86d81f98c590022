package io.parley.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many wrong passwords somebody has tried of late (RFC 5239 section 11.1). When there are too many within {@link #WINDOW}, none is
 * looked at for as long again.
 *
 * @param count how many
 * @param until when they are forgotten
 */
public record WrongPasswords(int count, Instant until) {

    /** Within which they are counted, and for how long none is looked at then. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /** The first one. */
    public static WrongPasswords first(Instant now) {
        return new WrongPasswords(1, now.plus(WINDOW));
    }

    /** These and one more, if {@code most} are allowed. */
    public WrongPasswords oneMore(int most, Instant now) {
        if (!now.isBefore(until)) {
            return first(now);
        }
        return new WrongPasswords(count + 1, count + 1 == most ? now.plus(WINDOW) : until);
    }

    /** How long no password is looked at, if {@code most} wrong ones are allowed; empty if one is. */
    public Optional<Duration> wait(int most, Instant now) {
        return count >= most && now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }
}
