package io.parley.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A clock that shows the time that it was set to, and takes the schedulers that were made with it along.
 *
 * <p>May be read by any number of threads at once and set by one at a time. Whoever sets it runs the tasks that become due, in the
 * order of their times, and each sees its own time on the clock, or a later one if it came late.
 */
public final class ManualClock implements InstantSource {

    private final List<ManualScheduler> schedulers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean moving = new AtomicBoolean();
    private volatile Instant now;

    /** A clock that shows {@code start}. */
    public ManualClock(Instant start) {
        this.now = start;
    }

    /** A clock that shows {@code start}, written like {@code 2026-11-20T10:00:00Z}. */
    public static ManualClock at(String start) {
        return new ManualClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets {@code time} pass, which is not negative. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not pass by " + time + "; set the clock back instead");
        }
        set(now.plus(time));
    }

    /**
     * Sets the clock, forward or back, as an operator does.
     *
     * @throws IllegalStateException if the clock is being set, by another thread or by the caller, who is a task
     */
    public void set(Instant time) {
        if (!moving.compareAndSet(false, true)) {
            throw new IllegalStateException("the clock is being set, and cannot be set to " + time);
        }
        try {
            for (Optional<ManualScheduler> next = next(time); next.isPresent(); next = next(time)) {
                Instant due = next.get().next().orElse(now);
                now = due.isAfter(now) ? due : now;
                next.get().runNext();
            }
            now = time;
        } finally {
            moving.set(false);
        }
    }

    /** The scheduler with the earliest task up to {@code time}. */
    private Optional<ManualScheduler> next(Instant time) {
        Optional<ManualScheduler> earliest = Optional.empty();
        for (ManualScheduler scheduler : schedulers) {
            Optional<Instant> due = scheduler.next().filter(at -> !at.isAfter(time));
            if (due.isPresent()
                    && earliest.flatMap(ManualScheduler::next)
                            .filter(at -> !due.get().isBefore(at))
                            .isEmpty()) {
                earliest = Optional.of(scheduler);
            }
        }
        return earliest;
    }

    void takeAlong(ManualScheduler scheduler) {
        schedulers.add(scheduler);
    }
}
