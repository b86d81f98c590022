package io.parley.bench.report;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param conferences over how many conferences work is spread
 * @param users the largest roster that is retrieved
 * @param calls how many calls SIPp makes at a time
 * @param watchers the most watchers of one conference
 * @param roster the most participants of one conference
 * @param rounds how often each server has its turn
 * @param forks in how many processes, one after the other, a step of the core is measured; with 0 in this one
 * @param warmup how long a server is under a load at most before it is measured, until it gets no faster
 * @param ramp how long a load runs before it counts, each time
 * @param time how long it counts, each time
 */
public record Scale(
        int conferences,
        int users,
        int calls,
        int watchers,
        int roster,
        int rounds,
        int forks,
        Duration warmup,
        Duration ramp,
        Duration time) {

    /** Only whether it works. */
    public static final Scale SMOKE =
            new Scale(20, 10, 40, 10, 10, 1, 0, Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(300));

    /** Everything in some minutes. */
    public static final Scale SHORT = new Scale(
            2_000,
            1_000,
            3_000,
            3_000,
            100_000,
            3,
            1,
            Duration.ofSeconds(4),
            Duration.ofMillis(300),
            Duration.ofMillis(700));

    /** What is quoted. */
    public static final Scale FULL = new Scale(
            10_000,
            1_000,
            20_000,
            3_000,
            100_000,
            3,
            1,
            Duration.ofSeconds(40),
            Duration.ofMillis(500),
            Duration.ofSeconds(2));

    /** The rosters with which something is compared, from the smallest on. */
    public String[] rosters() {
        return Stream.of(10, 1_000, 100_000)
                .filter(size -> size <= roster)
                .map(size -> Integer.toString(size))
                .toArray(String[]::new);
    }
}
