package io.parley.engine;

import io.parley.document.Element;
import io.parley.identity.XconUri;
import io.parley.ports.out.Scheduler;
import io.parley.schedule.Schedule;
import java.time.Instant;
import java.util.Optional;

/** Up to when the schedule of a conference has been looked at, and the task that looks again. Immutable but for the task. */
final class Watch {

    private static final Scheduler.Task NO_TASK = () -> {};

    private final XconUri conference;
    private final Optional<Element> times;
    private final Schedule schedule;
    private final Instant since;
    private final Optional<Instant> hurry;
    private final boolean somebodyLeft;
    private volatile Scheduler.Task task = NO_TASK;

    /** A first look, at once if anything has begun already. */
    Watch(XconUri conference, Optional<Element> times, Schedule schedule) {
        this(conference, times, schedule, Schedule.LONG_AGO, Optional.empty(), false);
    }

    private Watch(
            XconUri conference,
            Optional<Element> times,
            Schedule schedule,
            Instant since,
            Optional<Instant> hurry,
            boolean somebodyLeft) {
        this.conference = conference;
        this.times = times;
        this.schedule = schedule;
        this.since = since;
        this.hurry = hurry;
        this.somebodyLeft = somebodyLeft;
    }

    XconUri conference() {
        return conference;
    }

    /** The {@code conference-time} that it follows. */
    Optional<Element> times() {
        return times;
    }

    Schedule schedule() {
        return schedule;
    }

    Instant since() {
        return since;
    }

    /** Whether somebody has left or lost a role since. */
    boolean somebodyLeft() {
        return somebodyLeft;
    }

    /** When to look again. */
    Optional<Instant> next() {
        return hurry.isPresent() ? hurry : schedule.next(since);
    }

    /** The watch after a look at {@code time}. */
    Watch lookedAt(Instant time) {
        return new Watch(conference, times, schedule, time, Optional.empty(), false);
    }

    /** The watch after somebody has left or lost a role, with a look at {@code time}. */
    Watch left(Instant time) {
        return new Watch(conference, times, schedule, since, Optional.of(time), true);
    }

    /** The same, with a look at {@code time} whatever the schedule says. */
    Watch again(Instant time) {
        return new Watch(conference, times, schedule, since, Optional.of(time), somebodyLeft);
    }

    void task(Scheduler.Task given) {
        task = given;
    }

    void cancel() {
        task.cancel();
    }
}
