package io.parley.ports.contract;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What a store would hold if transactions really ran one after the other. Immutable. */
final class SerialModel implements Snapshot {

    static final SerialModel EMPTY = new SerialModel(new TreeMap<>());

    private final TreeMap<XconUri, Conference> states;

    private SerialModel(TreeMap<XconUri, Conference> states) {
        this.states = states;
    }

    @Override
    public Optional<Conference> find(XconUri id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public List<Conference> childrenOf(XconUri parent) {
        return states.values().stream()
                .filter(state -> state.parent().filter(parent::equals).isPresent())
                .toList();
    }

    @Override
    public Iterable<Conference> all() {
        return states.values();
    }

    @Override
    public boolean reaches(Tally tally, int limit) {
        return number(tally) >= limit;
    }

    private long number(Tally tally) {
        if (tally instanceof Tally.Conferences) {
            return states.values().stream()
                    .filter(state -> state.kind().isConference())
                    .count();
        } else if (tally instanceof Tally.ConferencesOf of) {
            return states.values().stream()
                    .filter(state -> state.kind().isConference() && state.isOwnedBy(of.owner()))
                    .count();
        } else if (tally instanceof Tally.SidebarsOf of) {
            return childrenOf(of.conference()).stream()
                    .filter(state -> state.kind().isSidebar())
                    .count();
        } else if (tally instanceof Tally.JoinedBy by) {
            return states.values().stream()
                    .filter(state -> state.attendance().hasJoined(by.user()))
                    .count();
        }
        throw new IllegalArgumentException("a model does not know who all its users are: " + tally);
    }

    List<Change> changes(Outcome<?> outcome) {
        List<Change> changes = new ArrayList<>();
        outcome.stored()
                .forEach(state -> changes.add(new Change(
                        find(state.id()), Optional.of(state), outcome.cause().orElseThrow())));
        outcome.removed()
                .forEach(id -> changes.add(
                        new Change(find(id), Optional.empty(), outcome.cause().orElseThrow())));
        return changes;
    }

    SerialModel after(List<Change> changes) {
        TreeMap<XconUri, Conference> changed = new TreeMap<>(states);
        for (Change change : changes) {
            changed.remove(change.conference());
            change.after().ifPresent(state -> changed.put(state.id(), state));
        }
        return new SerialModel(changed);
    }
}
