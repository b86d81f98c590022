package io.parley.http.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes when the test says so: pauses are over at once, the timer of a request and idle connections wait. */
final class ManualTimers implements Timers {

    static final Duration REQUEST = Duration.ofSeconds(30);

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();

    @Override
    public Runnable after(Duration delay, Runnable task) {
        if (delay.equals(REQUEST)) {
            requests.add(task);
        } else if (!delay.equals(IdleConnections.LONGEST)) {
            pauses.add(delay);
            task.run();
        }
        return () -> requests.remove(task);
    }

    /** The pauses that were made. */
    List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Has the timer of a request expire, which has to run. */
    void expire() {
        try {
            requests.poll(10, TimeUnit.SECONDS).run();
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }
}
