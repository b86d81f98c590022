package io.parley.ports.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that do something at once. The bound on the time only ends a test that hangs; none waits for it. */
public final class Crowd {

    /** When a test counts as hanging. */
    public static final long SECONDS = 20;

    private Crowd() {}

    /** Runs all of {@code tasks}, each on a thread of its own, after all have started; gives their results in order. */
    public static <T> List<T> together(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            CyclicBarrier start = new CyclicBarrier(tasks.size());
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("a thread of the crowd failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs {@code task} {@code count} times at once. */
    public static <T> List<T> together(int count, Callable<T> task) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(task);
        }
        return together(tasks);
    }

    /** Runs {@code task} on another thread and waits for it. */
    public static void elsewhere(Runnable task) {
        together(1, Executors.callable(task));
    }
}
