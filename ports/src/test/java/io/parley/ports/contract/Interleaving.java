package io.parley.ports.contract;

import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Work whose first run something else comes between: {@code meanwhile} runs once, after the work has read and before its outcome is
 * stored, so that a test knows who overtakes whom without waiting for a clock.
 *
 * @param <T> the result of the work
 */
public final class Interleaving<T> implements Function<Snapshot, Outcome<T>> {

    private final Function<Snapshot, Outcome<T>> work;
    private final Runnable meanwhile;
    private final AtomicInteger runs = new AtomicInteger();

    private Interleaving(Function<Snapshot, Outcome<T>> work, Runnable meanwhile) {
        this.work = work;
        this.meanwhile = meanwhile;
    }

    /** {@code work} that {@code meanwhile} comes between. */
    public static <T> Interleaving<T> of(Function<Snapshot, Outcome<T>> work, Runnable meanwhile) {
        return new Interleaving<>(work, meanwhile);
    }

    /** {@code action} the first time, and nothing afterwards. */
    public static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) {
                action.run();
            }
        };
    }

    @Override
    public Outcome<T> apply(Snapshot snapshot) {
        Outcome<T> outcome = work.apply(snapshot);
        if (runs.incrementAndGet() == 1) {
            meanwhile.run();
        }
        return outcome;
    }

    /** How often the work has run. */
    public int runs() {
        return runs.get();
    }
}
