package io.parley.ports.out;

import java.time.Instant;

/**
 * Runs tasks at a time.
 *
 * <p>Contract: may be called by any number of threads at once. A task runs once, not before its time, on a thread of the scheduler's; a
 * task whose time has passed runs soon. Tasks with the same time run in the order in which they were given. What a task throws is
 * reported and stops no other task.
 */
public interface Scheduler {

    /** Runs {@code task} at {@code time}. */
    Task at(Instant time, Runnable task);

    /** A task that was given to a scheduler. */
    @FunctionalInterface
    interface Task {
        /** Prevents the task from running, if it has not begun; has no effect otherwise, or the second time. */
        void cancel();
    }
}
