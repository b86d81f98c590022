package io.parley.inmemory;

import java.util.function.Consumer;

/** Runs what others wrote, and goes on whatever it throws. */
final class Tasks {

    private static final System.Logger LOGGER = System.getLogger(Tasks.class.getName());

    private Tasks() {}

    static void run(Runnable task, Consumer<Throwable> reporter) {
        try {
            task.run();
        } catch (Throwable thrown) {
            report(thrown, reporter);
        }
    }

    private static void report(Throwable thrown, Consumer<Throwable> reporter) {
        try {
            reporter.accept(thrown);
        } catch (Throwable again) {
            if (again != thrown) {
                again.addSuppressed(thrown);
            }
            log(again);
        }
    }

    static void log(Throwable thrown) {
        LOGGER.log(System.Logger.Level.ERROR, "A scheduled task failed", thrown);
    }
}
