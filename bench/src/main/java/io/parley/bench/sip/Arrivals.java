package io.parley.bench.sip;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What has come to the {@link Phones} so far. */
final class Arrivals {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private long answers;
    private long notifications;
    private long lastNotification;
    private int lastSize;
    private @Nullable Throwable failure;

    synchronized void answered() {
        answers++;
        notifyAll();
    }

    synchronized void notified(int size) {
        notifications++;
        lastSize = size;
        lastNotification = System.nanoTime();
        notifyAll();
    }

    synchronized void failed(Throwable thrown) {
        failure = thrown;
        notifyAll();
    }

    /** Waits until so many answers and notifications have come since the beginning. */
    synchronized void await(long wantedAnswers, long wantedNotifications) {
        long end = System.nanoTime() + PATIENCE;
        try {
            while (answers < wantedAnswers || notifications < wantedNotifications) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (failure != null) {
                    throw new IllegalStateException("a phone failed", failure);
                }
                if (left <= 0) {
                    throw new IllegalStateException("only " + answers + " answers of " + wantedAnswers + " and "
                            + notifications + " notifications of " + wantedNotifications + " came");
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    synchronized long answers() {
        return answers;
    }

    synchronized long notifications() {
        return notifications;
    }

    /** When the last one came, by the clock of {@link System#nanoTime()}. */
    synchronized long lastNotification() {
        return lastNotification;
    }

    /** How many bytes the body of the last one had. */
    synchronized int lastSize() {
        return lastSize;
    }
}
