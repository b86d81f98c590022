package io.parley.sip.dialog;

import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Timers whose tasks run in the turn of a dialog. A timer that was cancelled in such a turn never fires in a later one. */
final class Timers {

    private final Scheduler scheduler;
    private final InstantSource clock;
    private final AtomicInteger armed = new AtomicInteger();

    /** A timer that may be armed. */
    interface Timer {
        /** One that never was armed. */
        Timer NONE = () -> {};

        /** Disarms it; has no effect the second time, or when it has fired. */
        void cancel();
    }

    Timers(Scheduler scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Has {@code turns} run {@code task} once {@code delay} has passed. */
    Timer after(Duration delay, Executor turns, Runnable task) {
        AtomicBoolean live = new AtomicBoolean(true);
        armed.incrementAndGet();
        Scheduler.Task scheduled = scheduler.at(
                now().plus(delay),
                () -> turns.execute(() -> {
                    if (disarm(live)) {
                        task.run();
                    }
                }));
        return () -> {
            if (disarm(live)) {
                scheduled.cancel();
            }
        };
    }

    private boolean disarm(AtomicBoolean live) {
        boolean was = live.getAndSet(false);
        if (was) {
            armed.decrementAndGet();
        }
        return was;
    }

    /** How many are armed. */
    int armed() {
        return armed.get();
    }
}
