package io.parley.engine;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.subscription.Composer;
import io.parley.subscription.Due;
import io.parley.subscription.Watched;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

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
            Optional<Conference> main = one.main();
            return one.conference() == other.conference()
                    && main.isPresent() == other.main().isPresent()
                    && main.map(known -> known == other.main().orElseThrow()).orElse(true);
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
                    return new Kept(due, composer.compose(due));
                })
                .document();
    }

    /** Forgets what was kept first, down to the most that is kept. */
    void trim() {
        while (kept.size() > MOST) {
            Due.Key oldest = order.poll();
            if (oldest == null) {
                return;
            }
            kept.remove(oldest);
        }
    }
}
