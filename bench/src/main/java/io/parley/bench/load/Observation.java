package io.parley.bench.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** What is seen while a load runs; only what is due and answered between the end of the warm-up and the end counts. In the event loop. */
final class Observation {

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final Histogram latency = new Histogram(LONGEST, 3);
    private final CompletableFuture<Measured> measured = new CompletableFuture<>();
    private final long begin;
    private final long end;
    private long requests;
    private int running;

    /** An observation of so many connections that begins after {@code warmup}, from now on. */
    Observation(int connections, Duration warmup, Duration time) {
        this.begin = System.nanoTime() + warmup.toNanos();
        this.end = begin + time.toNanos();
        this.running = connections;
    }

    void answered(long since, long now) {
        if (now >= begin && now < end) {
            requests++;
        }
        if (since >= begin && since < end) {
            latency.recordValue(Math.min(LONGEST, Math.max(1, now - since)));
        }
    }

    boolean isOver() {
        return System.nanoTime() >= end;
    }

    /** A connection has nothing more to do; {@code waiting} requests were due and were not even sent. */
    void finished(int waiting) {
        running--;
        for (int i = 0; i < waiting; i++) {
            latency.recordValue(Math.min(LONGEST, end - begin));
        }
        if (running == 0) {
            measured.complete(new Measured(requests, (end - begin) / 1e9, latency));
        }
    }

    void failed(Throwable thrown) {
        measured.completeExceptionally(thrown);
    }

    CompletableFuture<Measured> measured() {
        return measured;
    }
}
