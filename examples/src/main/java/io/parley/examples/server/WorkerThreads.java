package io.parley.examples.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where requests are answered when their passwords have to be hashed, so that the threads that serve connections go on meanwhile: as many
 * threads as there are processors, and a queue that ends. What does not fit is refused, before any work.
 */
final class WorkerThreads implements AutoCloseable {

    private static final int QUEUE = 1024;

    private final ThreadPoolExecutor threads;

    WorkerThreads() {
        int count = Runtime.getRuntime().availableProcessors();
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "parley-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    Executor executor() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
