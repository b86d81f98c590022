package io.parley.examples.server;

import java.util.concurrent.CountDownLatch;

/**
 * Lasts until the process is told to end by SIGTERM or SIGINT. Ending is then up to whoever runs the program, within a grace period; a JVM
 * that is ended by a signal reports 143 unless it is halted with another status.
 */
final class ProcessLifetime implements Lifetime {

    private static final long GRACE_MILLIS = 4_500;
    private static final int OVERDUE = 1;

    private final CountDownLatch told = new CountDownLatch(1);

    @Override
    public void begin() {
        Thread runner = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWith(runner), "parley-end"));
    }

    private void endWith(Thread runner) {
        told.countDown();
        try {
            // The runner halts the JVM itself when it has closed everything.
            runner.join(GRACE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(OVERDUE);
    }

    @Override
    public void last() throws InterruptedException {
        told.await();
    }
}
