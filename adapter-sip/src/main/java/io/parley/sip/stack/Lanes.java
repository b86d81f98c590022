package io.parley.sip.stack;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has calls made by an executor, those of one call ({@code Call-ID}) in order and one at a time. That is more than the contract of a stack
 * asks for, which speaks of one transaction, and it spares the rooms above most surprises: what came first is heard first.
 */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final int LANES = 256;

    private final Executor executor;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Lane[] lanes = new Lane[LANES];

    Lanes(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
        for (int i = 0; i < LANES; i++) {
            lanes[i] = new Lane();
        }
    }

    /** Whether so many calls wait that no more should be accepted. */
    boolean full() {
        return waiting.get() >= most;
    }

    /** How many calls wait. */
    int waiting() {
        return waiting.get();
    }

    /** Has {@code call} made, behind those that were given for {@code callId} before. */
    void call(String callId, Runnable call) {
        int hash = callId.hashCode();
        lanes[(hash ^ hash >>> 8 ^ hash >>> 16) & LANES - 1].add(call);
    }

    private final class Lane implements Runnable {
        private final Queue<Runnable> calls = new ArrayDeque<>();
        private boolean running;

        void add(Runnable call) {
            waiting.incrementAndGet();
            synchronized (this) {
                calls.add(call);
                if (running) {
                    return;
                }
                running = true;
            }
            try {
                executor.execute(this);
            } catch (RejectedExecutionException closed) {
                LOG.debug("The executor takes no more calls", closed);
                drop();
            }
        }

        private synchronized void drop() {
            waiting.addAndGet(-calls.size());
            calls.clear();
            running = false;
        }

        @Override
        public void run() {
            while (true) {
                Runnable next;
                synchronized (this) {
                    next = calls.peek();
                    if (next == null) {
                        running = false;
                        return;
                    }
                    calls.remove();
                }
                waiting.decrementAndGet();
                try {
                    next.run();
                } catch (RuntimeException thrown) {
                    LOG.error("What was called by the SIP stack has failed", thrown);
                }
            }
        }
    }
}
