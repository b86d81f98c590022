package io.parley.conference;

import io.parley.identity.Version;
import io.parley.identity.XconUri;
import java.util.Optional;

/**
 * One step in the life of a conference: the state before and the state after. The changes of one conference form a sequence without
 * gaps, from which everything that leaves the system is derived.
 *
 * @param before the state before, empty for a conference that was created
 * @param after the state after, empty for a conference that was deleted
 * @param cause why
 */
public record Change(Optional<Conference> before, Optional<Conference> after, Cause cause) {
    /** Refuses a change without any state, and one between two conferences. */
    public Change {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has a state before or after it");
        }
        if (before.isPresent()
                && after.isPresent()
                && !before.get().id().equals(after.get().id())) {
            throw new IllegalArgumentException(
                    before.get().id() + " cannot become " + after.get().id());
        }
    }

    /** The conference that changed. */
    public XconUri conference() {
        return either().id();
    }

    /** The version that the change made; for a deletion the last version that there was. */
    public Version version() {
        return either().version();
    }

    private Conference either() {
        return after.or(() -> before).orElseThrow();
    }
}
