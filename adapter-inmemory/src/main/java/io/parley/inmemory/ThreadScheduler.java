package io.parley.inmemory;

import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs tasks on one daemon thread of its own, one after the other; a task that takes long delays the others.
 *
 * <p>A task runs when the clock shows its time. The thread looks at the clock once a second at least while a task waits, so that a
 * clock that was set is noticed. Giving and cancelling a task take O(log n) steps; what bounds the memory is the number of tasks
 * that wait. After {@link #close} no task begins any more, and tasks that are given are dropped.
 *
 * <p>All methods may be called by any number of threads at once.
 */
public final class ThreadScheduler implements Scheduler, AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Consumer<Throwable> reporter;
    private final Agenda agenda = new Agenda();
    private final Thread thread = new Thread(this::work, "parley-scheduler");
    private volatile boolean closed;

    private ThreadScheduler(InstantSource clock, Consumer<Throwable> reporter) {
        this.clock = clock;
        this.reporter = reporter;
    }

    /** A running scheduler that follows the clock of the system and logs what tasks throw. */
    public static ThreadScheduler start() {
        return start(InstantSource.system(), Tasks::log);
    }

    /** A running scheduler that follows {@code clock} and hands what tasks throw to {@code reporter}, on its thread. */
    public static ThreadScheduler start(InstantSource clock, Consumer<Throwable> reporter) {
        ThreadScheduler scheduler = new ThreadScheduler(clock, reporter);
        scheduler.thread.setDaemon(true);
        scheduler.thread.start();
        return scheduler;
    }

    @Override
    public Task at(Instant time, Runnable task) {
        if (closed) {
            return () -> {};
        }
        Task added = agenda.add(time, task);
        LockSupport.unpark(thread);
        return added;
    }

    private void work() {
        while (!closed) {
            Instant now = clock.instant();
            Optional<Runnable> due = agenda.takeDue(now);
            if (due.isPresent()) {
                Tasks.run(due.get(), reporter);
            } else {
                pause(now);
            }
        }
        agenda.clear();
    }

    /** Until the next task is due or somebody gives one. */
    private void pause(Instant now) {
        Optional<Instant> next = agenda.next();
        if (next.isEmpty()) {
            LockSupport.park(this);
            return;
        }
        Duration left = Duration.between(now, next.get());
        LockSupport.parkNanos(this, left.compareTo(LOOK) < 0 ? left.toNanos() : LOOK.toNanos());
    }

    /** Ends the thread, after the task that is running; returns when it has ended, unless that task is the caller. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
