package io.parley.inmemory;

import io.parley.conference.Cause;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One run of a work function: what it read, what it wants to change, what its caller learns. */
final class Transaction<T> {

    private final Reads reads;
    private final List<Change> changes;
    private final T result;

    private Transaction(Reads reads, List<Change> changes, T result) {
        this.reads = reads;
        this.changes = changes;
        this.result = result;
    }

    static <T> Transaction<T> run(Function<Snapshot, Outcome<T>> work, State state) {
        Reads reads = new Reads(state);
        Outcome<T> outcome = work.apply(reads);
        return new Transaction<>(reads, changes(outcome, reads), outcome.result());
    }

    Reads reads() {
        return reads;
    }

    List<Change> changes() {
        return changes;
    }

    T result() {
        return result;
    }

    /** The changes in the order of the outcome. The states that they replace count as read. */
    private static List<Change> changes(Outcome<?> outcome, Reads reads) {
        if (outcome.cause().isEmpty()) {
            return List.of();
        }
        Cause cause = outcome.cause().get();
        Set<XconUri> touched = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (Conference state : outcome.stored()) {
            Optional<Conference> before = reads.find(state.id());
            Version due = before.map(Conference::version).map(Version::next).orElse(Version.FIRST);
            require(state.version().equals(due), state.id() + " is due at version " + due + ", not " + state.version());
            require(touched.add(state.id()), state.id() + " is in the outcome twice");
            changes.add(new Change(before, Optional.of(state), cause));
        }
        for (XconUri id : outcome.removed()) {
            Optional<Conference> before = reads.find(id);
            require(before.isPresent(), id + " is to be removed and is not there");
            require(touched.add(id), id + " is in the outcome twice");
            changes.add(new Change(before, Optional.empty(), cause));
        }
        return List.copyOf(changes);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
