package io.parley.engine;

import io.parley.document.Element;
import io.parley.patch.Update;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Compares two documents once, however many have the one and are to have the other: all who are in step share what leads there. Documents are told
 * by identity, since those for one audience are put together once.
 *
 * <p>May be used by any number of threads at once; whoever asks for what is just being compared waits for that.
 */
final class Comparisons {

    /** So many are kept; those who are slow skip states, and each has his own way to the last one. */
    private static final int MOST = 256;

    private final Map<Pair, Optional<Update>> kept = new ConcurrentHashMap<>();
    private final Queue<Pair> order = new ConcurrentLinkedQueue<>();
    private final LongAdder made = new LongAdder();

    /** From which document to which. */
    private static final class Pair {
        private final Element before;
        private final Element after;

        private Pair(Element before, Element after) {
            this.before = before;
            this.after = after;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // To compare by content is what is to be done once.
        public boolean equals(Object other) {
            return other instanceof Pair pair && before == pair.before && after == pair.after;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + System.identityHashCode(after);
        }
    }

    /** What leads from {@code before} to {@code after}; empty if they are the same. */
    Optional<Update> between(Element before, Element after) {
        return kept.computeIfAbsent(new Pair(before, after), pair -> {
            order.add(pair);
            Optional<Update> update = Update.between(before, after);
            update.ifPresent(it -> made.increment());
            return update;
        });
    }

    /** How many differed. */
    long made() {
        return made.sum();
    }

    /** Forgets what was kept first, down to the most that is kept. */
    void trim() {
        while (kept.size() > MOST) {
            Pair oldest = order.poll();
            if (oldest == null) {
                return;
            }
            kept.remove(oldest);
        }
    }
}
