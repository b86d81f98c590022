package io.parley.conference;

import io.parley.identity.XconUri;
import java.util.List;
import java.util.Optional;

/**
 * What a decision makes of a {@link Snapshot}: the states to store and remove, all of them or none, and a result for the caller.
 *
 * @param result what the caller learns
 * @param stored the states to store; each is either a new object at version 1 or the successor of the state that the snapshot holds
 * @param removed the objects to remove
 * @param cause why; present exactly when something is stored or removed
 * @param <T> the result
 */
public record Outcome<T>(T result, List<Conference> stored, List<XconUri> removed, Optional<Cause> cause) {
    /** Copies the lists. */
    public Outcome {
        stored = List.copyOf(stored);
        removed = List.copyOf(removed);
        if (cause.isEmpty() && !(stored.isEmpty() && removed.isEmpty())) {
            throw new IllegalArgumentException("a change of " + stored + " needs a cause");
        }
    }

    /** Nothing changes. */
    public static <T> Outcome<T> unchanged(T result) {
        return new Outcome<>(result, List.of(), List.of(), Optional.empty());
    }

    /** One state is stored. */
    public static <T> Outcome<T> storing(Conference state, Cause cause, T result) {
        return new Outcome<>(result, List.of(state), List.of(), Optional.of(cause));
    }

    /** States are stored, all of them or none. */
    public static <T> Outcome<T> storing(List<Conference> states, Cause cause, T result) {
        return new Outcome<>(result, states, List.of(), Optional.of(cause));
    }

    /** Objects are removed. */
    public static <T> Outcome<T> removing(List<XconUri> removed, Cause cause, T result) {
        return new Outcome<>(result, List.of(), removed, Optional.of(cause));
    }
}
