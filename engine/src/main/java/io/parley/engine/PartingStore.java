package io.parley.engine;

import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.participation.Parting;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A store that notes in every state that is stored how those parted who are gone in it, whatever the way of changing it was.
 *
 * <table>
 *   <caption>How they parted</caption>
 *   <tr><th>the change is that</th><th>then</th></tr>
 *   <tr><td>one left</td><td>{@link Parting#departed}</td></tr>
 *   <tr><td>a lease ran out</td><td>{@link Parting#expired}</td></tr>
 *   <tr><td>one came, and took the place of another device of his</td><td>nobody parted</td></tr>
 *   <tr><td>the conference is over</td><td>nothing, for that says it of all</td></tr>
 *   <tr><td>anything else</td><td>{@link Parting#booted} by whoever asked for it, unless that was he himself</td></tr>
 * </table>
 *
 * @param store where the states are stored
 */
record PartingStore(ConferenceStore store) implements ConferenceStore {

    @Override
    public <T> T transact(Function<Snapshot, Outcome<T>> work) {
        return store.transact(snapshot -> noted(snapshot, work.apply(snapshot)));
    }

    private static <T> Outcome<T> noted(Snapshot snapshot, Outcome<T> outcome) {
        Optional<Parting> parting = outcome.cause().flatMap(PartingStore::parting);
        if (parting.isEmpty() || outcome.stored().isEmpty()) {
            return outcome;
        }
        List<Conference> noted = new ArrayList<>();
        for (Conference state : outcome.stored()) {
            noted.add(snapshot.find(state.id())
                    .filter(before -> state.info().isActive())
                    .map(before -> parting.get().noted(before, state))
                    .orElse(state));
        }
        return new Outcome<>(outcome.result(), noted, outcome.removed(), outcome.cause());
    }

    private static Optional<Parting> parting(Cause cause) {
        return switch (cause.action()) {
            case "focus/join" -> Optional.empty();
            case "focus/leave" -> Optional.of(Parting.departed(cause.at()));
            case "focus/expire" -> Optional.of(Parting.expired(cause.at()));
            default -> Optional.of(Parting.booted(cause.by(), cause.at()));
        };
    }

    @Override
    public void addListener(ChangeListener listener) {
        store.addListener(listener);
    }
}
