package io.parley.engine;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.patch.Update;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.Due;
import io.parley.subscription.Watched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts each document for watchers together once, however many are told it, and keeps the latest so that those who ask a little later get the same.
 * A document shares its parts with the state that it tells of, so that one that is kept costs what is its own.
 *
 * <p>May be used by any number of threads at once; whoever asks for what is just being put together waits for that.
 */
final class ComposedDocuments {

    /** So many are kept; a burst of changes in one conference and two or three audiences need some ten. */
    private static final int MOST = 256;

    private final Composer composer;
    private final Map<Due.Key, Kept> kept = new ConcurrentHashMap<>();
    private final Queue<Due.Key> order = new ConcurrentLinkedQueue<>();
    private final Comparisons comparisons = new Comparisons();
    private final LongAdder made = new LongAdder();

    private record Kept(Due due, Optional<Element> document) {

        /** A conference that was deleted and made again has the versions of its namesake, and other states. */
        private boolean isOf(Due other) {
            return due.before().isPresent() == other.before().isPresent()
                    && due.before()
                            .map(before -> isSame(before, other.before().orElseThrow()))
                            .orElse(true)
                    && isSame(due.after(), other.after());
        }

        @SuppressWarnings(
                "ReferenceEquality") // To compare states is to walk them; who has another instance composes anew.
        private static boolean isSame(Watched one, Watched other) {
            List<Conference> parts = parts(one);
            List<Conference> others = parts(other);
            return parts.size() == others.size()
                    && IntStream.range(0, parts.size()).allMatch(i -> parts.get(i) == others.get(i));
        }

        private static List<Conference> parts(Watched state) {
            return Stream.of(Stream.of(state.conference()), state.main().stream(), state.byValue())
                    .flatMap(part -> part)
                    .toList();
        }
    }

    ComposedDocuments(Composer composer) {
        this.composer = composer;
    }

    /** The document that {@code due} asks for, without a version; empty if the audience sees no difference. */
    Optional<Element> of(Due due) {
        return kept.compute(due.key(), (key, known) -> {
                    if (known != null && known.isOf(due)) {
                        return known;
                    }
                    if (known == null) {
                        order.add(key);
                    }
                    Optional<Element> document = composer.compose(due);
                    document.ifPresent(it -> made.increment());
                    return new Kept(due, document);
                })
                .document();
    }

    /** What {@code audience} sees of {@code state} in the data model of RFC 6501. */
    Element model(Watched state, Audience audience) {
        return of(new Due(Optional.empty(), state, audience)).orElseThrow();
    }

    /** What leads from one document of the data model to another; empty if they are the same. */
    Optional<Update> between(Element before, Element after) {
        return comparisons.between(before, after);
    }

    /** How many documents and diffs were put together. */
    long made() {
        return made.sum() + comparisons.made();
    }

    /** Forgets what was kept first, down to the most that is kept. */
    void trim() {
        comparisons.trim();
        while (kept.size() > MOST) {
            Due.Key oldest = order.poll();
            if (oldest == null) {
                return;
            }
            kept.remove(oldest);
        }
    }
}
