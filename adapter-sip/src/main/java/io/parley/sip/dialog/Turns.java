package io.parley.sip.dialog;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs what is given to it one at a time and in order, on the threads of another executor and never on that of the caller. What is given
 * during a turn runs after it. No lock is held meanwhile. What a task throws is reported and stops no other.
 */
final class Turns implements Executor {

    /** After so many tasks the thread is given to others. */
    private static final int AT_A_STRETCH = 64;

    private final Executor executor;
    private final Consumer<Throwable> reporter;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    Turns(Executor executor, Consumer<Throwable> reporter) {
        this.executor = executor;
        this.reporter = reporter;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (count.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        for (int done = 0; done < AT_A_STRETCH; done++) {
            Runnable task = waiting.remove();
            try {
                task.run();
            } catch (Throwable thrown) {
                reporter.accept(thrown);
            }
            if (count.decrementAndGet() == 0) {
                return;
            }
        }
        executor.execute(this::run);
    }
}
