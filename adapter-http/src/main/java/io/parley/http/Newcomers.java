package io.parley.http;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Connections on which no request has been completed yet, by how far they have come. Whoever has to leave is the oldest of the stage that
 * most are in: a crowd that gets stuck in one stage makes room for itself, and those who go on pass it by.
 *
 * @param <T> what stands for a connection
 */
final class Newcomers<T> {

    /** How far a connection has come. */
    enum Stage {
        /** It has to say first how it wants to speak TLS. */
        SILENT,
        /** It has been told the server's part of the handshake. */
        GREETED,
        /** It may send requests. */
        AGREED
    }

    private final Map<Stage, Set<T>> inOrder = new EnumMap<>(Stage.class);

    Newcomers() {
        for (Stage stage : Stage.values()) {
            inOrder.put(stage, new LinkedHashSet<>());
        }
    }

    /** It has come as far as {@code stage}, just now. */
    void enter(Stage stage, T newcomer) {
        remove(newcomer);
        at(stage).add(newcomer);
    }

    /** Whether it was among them; it is no longer. */
    boolean remove(T newcomer) {
        return inOrder.values().stream().anyMatch(those -> those.remove(newcomer));
    }

    /** Of those that are {@code suitable} the one to leave first. */
    Optional<T> first(Predicate<T> suitable) {
        Optional<T> first = Optional.empty();
        int most = 0;
        for (Set<T> those : inOrder.values()) {
            // A crowd is about to be let in: no garbage for each of them.
            int count = 0;
            @Nullable T oldest = null;
            for (T newcomer : those) {
                if (suitable.test(newcomer)) {
                    oldest = count == 0 ? newcomer : oldest;
                    count++;
                }
            }
            if (count > most) {
                most = count;
                first = Optional.ofNullable(oldest);
            }
        }
        return first;
    }

    private Set<T> at(Stage stage) {
        return inOrder.getOrDefault(stage, Set.of());
    }
}
