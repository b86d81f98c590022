package io.parley.inmemory;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.identity.XconUri;
import io.parley.persistent.PersistentMap;
import io.parley.ports.out.ChangeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the store holds at one instant, as one value.
 *
 * @param conferences the conference objects by identity
 * @param families the conference objects by the parent that they record; a parent without any has no entry
 * @param tallies how many there are of what is counted
 * @param listeners who hears of what is committed from here on
 * @param pending what has been committed and not been handed out
 */
record State(
        PersistentMap<XconUri, Conference> conferences,
        PersistentMap<XconUri, PersistentMap<XconUri, Conference>> families,
        Tallies tallies,
        List<ChangeListener> listeners,
        Pending pending) {

    static final State EMPTY =
            new State(PersistentMap.empty(), PersistentMap.empty(), Tallies.NOTHING, List.of(), Pending.NOTHING);

    PersistentMap<XconUri, Conference> family(XconUri parent) {
        return families.get(parent).orElse(PersistentMap.empty());
    }

    /** This state after one transaction, whose changes everybody who listens now is to hear of. */
    State after(List<Change> changes) {
        State changed = this;
        for (Change change : changes) {
            changed = changed.after(change);
        }
        return listeners.isEmpty() ? changed : changed.with(pending.and(changes, listeners));
    }

    private State after(Change change) {
        XconUri id = change.conference();
        Optional<XconUri> left = change.before().flatMap(Conference::parent);
        Optional<XconUri> joined = change.after().flatMap(Conference::parent);
        PersistentMap<XconUri, PersistentMap<XconUri, Conference>> related = families;
        if (left.isPresent() && !left.equals(joined)) {
            PersistentMap<XconUri, Conference> others = family(left.get()).without(id);
            related = others.isEmpty() ? related.without(left.get()) : related.with(left.get(), others);
        }
        if (joined.isPresent()) {
            PersistentMap<XconUri, Conference> others =
                    related.get(joined.get()).orElse(PersistentMap.empty());
            related = related.with(joined.get(), others.with(id, change.after().orElseThrow()));
        }
        return new State(
                change.after().map(after -> conferences.with(id, after)).orElseGet(() -> conferences.without(id)),
                related,
                tallies.after(change),
                listeners,
                pending);
    }

    State withListener(ChangeListener listener) {
        List<ChangeListener> all = new ArrayList<>(listeners);
        all.add(listener);
        return new State(conferences, families, tallies, List.copyOf(all), pending);
    }

    State handedOut() {
        return with(Pending.NOTHING);
    }

    private State with(Pending waiting) {
        return waiting == pending ? this : new State(conferences, families, tallies, listeners, waiting);
    }
}
