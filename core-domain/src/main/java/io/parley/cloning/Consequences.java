package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Snapshot;
import java.util.List;

/**
 * What has to be stored together when one conference object changes: the object itself, and every other one that holds a part of it.
 * Whoever stores a changed state asks here, so that no way of changing a conference can forget the others.
 */
public final class Consequences {

    private Consequences() {}

    /**
     * The states to store, the first of which is that of the object that {@code changed} is a state of.
     *
     * @param changed the state that follows the one which {@code snapshot} holds
     */
    public static List<Conference> of(Snapshot snapshot, Conference changed) {
        return List.of(changed);
    }
}
