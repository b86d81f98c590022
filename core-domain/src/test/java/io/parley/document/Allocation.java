package io.parley.document;

import java.lang.management.ManagementFactory;

/** What an operation costs without a clock: the bytes that this thread allocates for it. */
public final class Allocation {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** The bytes allocated by {@code operation}, which runs once before so that classes are loaded. */
    public static long of(Runnable operation) {
        operation.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        operation.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
