package io.parley.sip.dialog;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Passes one last value on, and drops what comes behind it. May be used by any number of threads at once. */
final class Once {

    private Once() {}

    static <T> Consumer<T> of(Predicate<T> more, Consumer<T> to) {
        AtomicBoolean done = new AtomicBoolean();
        return value -> {
            if (more.test(value) ? !done.get() : !done.getAndSet(true)) {
                to.accept(value);
            }
        };
    }
}
