package io.parley.bench.report;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param conferences over how many conferences work is spread
 * @param users the largest roster that is retrieved
 * @param calls how many calls SIPp makes at a time
 * @param watchers the most watchers of one conference
 * @param roster the most participants of one conference
 * @param rounds how often each server has its turn
 * @param warmup how long a load runs before it counts, each time
 * @param time how long it counts, each time
 */
public record Scale(
        int conferences, int users, int calls, int watchers, int roster, int rounds, Duration warmup, Duration time) {

    /** Only whether it works. */
    public static final Scale SMOKE = new Scale(20, 10, 40, 10, 10, 1, Duration.ofMillis(200), Duration.ofMillis(800));

    /** Everything in some minutes. */
    public static final Scale SHORT =
            new Scale(10_000, 1_000, 4_000, 3_000, 100_000, 3, Duration.ofSeconds(2), Duration.ofSeconds(3));

    /** What is quoted. */
    public static final Scale FULL =
            new Scale(10_000, 1_000, 20_000, 3_000, 100_000, 5, Duration.ofSeconds(6), Duration.ofSeconds(8));
}
