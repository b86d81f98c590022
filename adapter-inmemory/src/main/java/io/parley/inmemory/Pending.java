package io.parley.inmemory;

import io.parley.conference.Change;
import io.parley.ports.out.ChangeListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transactions whose changes have not been handed out; a chain from the last one back, so that adding one copies nothing. */
final class Pending {

    static final Pending NOTHING = new Pending(null, new Batch(List.of(), List.of()));

    private final @Nullable Pending earlier;
    private final Batch last;

    private Pending(@Nullable Pending earlier, Batch last) {
        this.earlier = earlier;
        this.last = last;
    }

    /** The changes of one transaction, and who hears of them. */
    record Batch(List<Change> changes, List<ChangeListener> listeners) {}

    Pending and(List<Change> changes, List<ChangeListener> listeners) {
        return new Pending(this, new Batch(changes, listeners));
    }

    /** In the order of the commits. */
    Iterable<Batch> batches() {
        Deque<Batch> batches = new ArrayDeque<>();
        Pending at = this;
        while (at.earlier != null) {
            batches.push(at.last);
            at = at.earlier;
        }
        return batches;
    }
}
