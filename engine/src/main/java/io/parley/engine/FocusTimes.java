package io.parley.engine;

import io.parley.dialout.Redialling;
import java.time.Duration;

/**
 * How long foci wait.
 *
 * @param deactivation after the last has gone, until the instance ends
 * @param command for the end of a command that an MCU executes, until it is answered {@code timeout}
 * @param redialling when whoever did not come is called again
 */
public record FocusTimes(Duration deactivation, Duration command, Redialling redialling) {

    /** Five seconds, ten minutes, and {@link Redialling#STANDARD}. */
    public static final FocusTimes STANDARD =
            new FocusTimes(Duration.ofSeconds(5), Duration.ofMinutes(10), Redialling.STANDARD);

    /** Refuses negative durations. */
    public FocusTimes {
        if (deactivation.isNegative() || command.isNegative() || command.isZero()) {
            throw new IllegalArgumentException("foci wait " + deactivation + " and " + command);
        }
    }
}
