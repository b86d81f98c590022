package io.parley.sip.stack;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when nobody sends anything of a transaction again: 64 times T1 behind it (RFC 3261 section 17). */
final class Aftermath {

    /** How often {@link #sweep} looks in the time of one transaction. */
    static final int SWEEPS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    private final ScheduledExecutorService scheduler;
    private final long nanos;

    Aftermath(ScheduledExecutorService scheduler, StackTimes times) {
        this.scheduler = scheduler;
        this.nanos = times.transaction().toNanos();
    }

    void later(Runnable action) {
        try {
            scheduler.schedule(action, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.trace("The stack is closed", closed);
        }
    }

    Future<?> sweep(Runnable action) {
        return scheduler.scheduleWithFixedDelay(action, nanos / SWEEPS, nanos / SWEEPS, TimeUnit.NANOSECONDS);
    }
}
