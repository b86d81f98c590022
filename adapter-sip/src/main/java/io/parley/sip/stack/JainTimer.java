package io.parley.sip.stack;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of JAIN's transactions, by a scheduler that can be chosen. JAIN counts in its own T1 of 500 ms; another T1 makes this clock go
 * faster or slower.
 */
final class JainTimer implements SipTimer {

    private static final Logger LOG = LoggerFactory.getLogger(JainTimer.class);

    private final ScheduledExecutorService scheduler;
    private final long microsPerMilli;

    JainTimer(ScheduledExecutorService scheduler, Duration t1) {
        this.scheduler = scheduler;
        this.microsPerMilli = Math.max(1, t1.toNanos() / (1000L * SIPTransactionStack.BASE_TIMER_INTERVAL));
    }

    @Override
    public boolean schedule(SIPStackTimerTask task, long delay) {
        try {
            task.setSipTimerTask(scheduler.schedule(() -> run(task), delay * microsPerMilli, TimeUnit.MICROSECONDS));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    @Override
    public boolean scheduleWithFixedDelay(SIPStackTimerTask task, long delay, long period) {
        try {
            task.setSipTimerTask(scheduler.scheduleWithFixedDelay(
                    () -> run(task), delay * microsPerMilli, period * microsPerMilli, TimeUnit.MICROSECONDS));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private static void run(SIPStackTimerTask task) {
        try {
            task.runTask();
        } catch (RuntimeException thrown) {
            // An exception would end a task that is repeated, and its transaction would stay for ever.
            LOG.warn("A timer of the JAIN stack has failed", thrown);
        }
    }

    @Override
    public boolean cancel(SIPStackTimerTask task) {
        return task.getSipTimerTask() instanceof Future<?> scheduled && scheduled.cancel(false);
    }

    @Override
    public void start(SipStackImpl stack, Properties properties) {}

    @Override
    public void stop() {}

    @Override
    public boolean isStarted() {
        return !scheduler.isShutdown();
    }
}
