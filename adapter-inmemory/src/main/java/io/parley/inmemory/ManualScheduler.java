package io.parley.inmemory;

import io.parley.ports.out.Scheduler;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs tasks when a {@link ManualClock} is set, on the thread that sets it. A task whose time has passed when it is given runs when the
 * clock is set the next time, be it to the time that it shows; until then nothing runs.
 *
 * <p>Tasks may be given and cancelled by any number of threads at once.
 */
public final class ManualScheduler implements Scheduler {

    private final ManualClock clock;
    private final Consumer<Throwable> reporter;
    private final Agenda agenda = new Agenda();

    /** A scheduler that follows {@code clock} and logs what tasks throw. */
    public ManualScheduler(ManualClock clock) {
        this(clock, Tasks::log);
    }

    /** A scheduler that follows {@code clock} and hands what tasks throw to {@code reporter}. */
    public ManualScheduler(ManualClock clock, Consumer<Throwable> reporter) {
        this.clock = clock;
        this.reporter = reporter;
        clock.takeAlong(this);
    }

    @Override
    public Task at(Instant time, Runnable task) {
        return agenda.add(time, task);
    }

    /** The time of the earliest task. */
    public Optional<Instant> next() {
        return agenda.next();
    }

    /** How many tasks wait for their time. */
    public int waiting() {
        return agenda.size();
    }

    void runNext() {
        agenda.takeDue(clock.instant()).ifPresent(task -> Tasks.run(task, reporter));
    }
}
