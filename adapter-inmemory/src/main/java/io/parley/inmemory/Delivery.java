package io.parley.inmemory;

import io.parley.conference.Change;
import io.parley.ports.out.ChangeListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Hands out the pending changes in the order of their commits. One thread at a time does it for all: who comes while another is at it
 * leaves a mark, so that the other looks again before he stops. A listener who commits is such a one, and so neither recursion nor
 * a lock can disturb the order.
 */
final class Delivery {

    private static final System.Logger LOGGER = System.getLogger(Delivery.class.getName());

    private final Cell<State> root;
    private final BiConsumer<Change, Throwable> reporter;
    private final AtomicInteger marks = new AtomicInteger();

    Delivery(Cell<State> root, BiConsumer<Change, Throwable> reporter) {
        this.root = root;
        this.reporter = reporter;
    }

    void deliver() {
        if (marks.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            Pending pending = root.exchange(State::handedOut).pending();
            for (Pending.Batch batch : pending.batches()) {
                for (Change change : batch.changes()) {
                    batch.listeners().forEach(listener -> tell(listener, change));
                }
            }
            seen = marks.addAndGet(-seen);
        } while (seen > 0);
    }

    private void tell(ChangeListener listener, Change change) {
        try {
            listener.changed(change);
        } catch (Throwable thrown) {
            report(change, thrown);
        }
    }

    private void report(Change change, Throwable thrown) {
        try {
            reporter.accept(change, thrown);
        } catch (Throwable again) {
            again.addSuppressed(thrown);
            log(change, again);
        }
    }

    static void log(Change change, Throwable thrown) {
        LOGGER.log(
                System.Logger.Level.ERROR,
                () -> "A listener failed at version " + change.version() + " of " + change.conference(),
                thrown);
    }
}
