package io.parley.examples.focus.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a focus, its MCUs and its clients: every participant has one role, nobody is admitted whom the policy refuses, nobody stays
 * beyond his lease, versions have no gaps, and once the network is quiet every watcher knows what there is. {@code -Dparley.simulation.seeds} says
 * how many seeds are tried, {@code -Dparley.simulation.first} with which they begin.
 */
class SimulationTest {

    private static final int EVENTS = 150;

    @Test
    void whateverHappensTheFocusAndItsClientsAgree() {
        long first = Long.getLong("parley.simulation.first", 1);
        long seeds = Long.getLong("parley.simulation.seeds", 40);
        LongStream.range(first, first + seeds).forEach(SimulationTest::simulate);
    }

    @Test
    void aSeedSaysAllThatHappens() {
        assertThat(simulate(7)).isEqualTo(simulate(7)).isGreaterThan(20);
    }

    private static int simulate(long seed) {
        Simulation simulation = new Simulation(seed);
        try {
            simulation.run(EVENTS);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("with the seed " + seed + ": " + failure.getMessage(), failure);
        }
        return simulation.changes();
    }
}
