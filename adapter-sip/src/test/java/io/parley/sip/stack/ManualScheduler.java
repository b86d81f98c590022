package io.parley.sip.stack;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time that passes when a test says so, in the thread of the test. */
final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
    private long now;
    private long numbers;
    private boolean shutdown;

    /** Lets time pass, with all that was due in it, in order. */
    void advance(Duration time) {
        long until;
        synchronized (this) {
            until = now + time.toNanos();
        }
        for (Task<?> due = next(until); due != null; due = next(until)) {
            due.run();
        }
    }

    private synchronized @Nullable Task<?> next(long until) {
        Task<?> first = tasks.peek();
        if (first == null || first.at > until) {
            now = until;
            return null;
        }
        now = Math.max(now, first.at);
        return tasks.poll();
    }

    /** How much there still is to do, at whatever time, other than over and over. */
    synchronized long waitingOnce() {
        return tasks.stream().filter(task -> !task.isPeriodic()).count();
    }

    private synchronized <T> Task<T> add(Callable<T> work, long delay, long period) {
        Task<T> task = new Task<>(work, now + Math.max(0, delay), period, numbers++);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(calling(command), unit.toNanos(delay), 0);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, unit.toNanos(delay), 0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(calling(command), unit.toNanos(initialDelay), unit.toNanos(period));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(calling(command), unit.toNanos(initialDelay), unit.toNanos(delay));
    }

    private static Callable<Object> calling(Runnable command) {
        return () -> {
            command.run();
            return command;
        };
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown = true;
        tasks.clear();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Task<T> extends FutureTask<T> implements RunnableScheduledFuture<T> {
        private final long period;
        private final long number;
        private long at;

        Task(Callable<T> work, long at, long period, long number) {
            super(work);
            this.at = at;
            this.period = period;
            this.number = number;
        }

        @Override
        public boolean isPeriodic() {
            return period > 0;
        }

        @Override
        public void run() {
            if (!isPeriodic()) {
                super.run();
            } else if (runAndReset()) {
                synchronized (ManualScheduler.this) {
                    at = now + period;
                    tasks.add(this);
                }
            }
        }

        @Override
        public boolean cancel(boolean interrupt) {
            synchronized (ManualScheduler.this) {
                tasks.remove(this);
            }
            return super.cancel(interrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            synchronized (ManualScheduler.this) {
                return unit.convert(at - now, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> that = (Task<?>) other;
            int byTime = Long.compare(at, that.at);
            return byTime != 0 ? byTime : Long.compare(number, that.number);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
