package io.parley.sip.stack;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of unfinished messages are held over all connections, with a bound. */
final class HeldBytes {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    HeldBytes(long most) {
        this.most = most;
    }

    /** Holds so many bytes more, or less if below zero, and tells whether there is room for them. */
    boolean change(long bytes) {
        return held.addAndGet(bytes) <= most;
    }

    long held() {
        return held.get();
    }
}
