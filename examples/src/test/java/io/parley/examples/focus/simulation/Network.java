package io.parley.examples.focus.simulation;

import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import java.time.Duration;
import java.util.Random;

/** What lies between clients and the focus: messages get lost, take different times, and so overtake one another; until it is quiet. */
final class Network {

    /** No message takes longer. */
    static final Duration SLOWEST = Duration.ofSeconds(3);

    private static final int LOST_OF_HUNDRED = 15;

    private final Random random;
    private final ManualClock clock;
    private final ManualScheduler scheduler;
    private boolean reliable;

    Network(Random random, ManualClock clock, ManualScheduler scheduler) {
        this.random = random;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** From now on nothing gets lost. */
    void mend() {
        reliable = true;
    }

    /** Has {@code arrival} happen after a while, or not at all. */
    void send(Runnable arrival) {
        boolean lost = random.nextInt(100) < LOST_OF_HUNDRED;
        Duration delay = Duration.ofMillis(1 + random.nextLong(SLOWEST.toMillis()));
        if (!lost || reliable) {
            later(delay, arrival);
        }
    }

    /** Has {@code task} happen after that time, whatever becomes of the network. */
    void later(Duration delay, Runnable task) {
        scheduler.at(clock.instant().plus(delay), task);
    }
}
