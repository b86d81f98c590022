package io.parley.engine;

import java.time.Duration;

/**
 * How long foci wait.
 *
 * @param deactivation after the last has gone, until the instance ends
 * @param command for the end of a command that an MCU executes, until it is answered {@code timeout}
 */
public record FocusTimes(Duration deactivation, Duration command) {

    /** Five seconds, and ten minutes. */
    public static final FocusTimes STANDARD = new FocusTimes(Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** Refuses negative durations. */
    public FocusTimes {
        if (deactivation.isNegative() || command.isNegative() || command.isZero()) {
            throw new IllegalArgumentException("foci wait " + deactivation + " and " + command);
        }
    }
}
