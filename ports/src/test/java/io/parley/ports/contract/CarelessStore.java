package io.parley.ports.contract;

import io.parley.conference.Change;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A store that never looks whether somebody was quicker: right for who is alone, and wrong for everybody else. */
class CarelessStore implements ConferenceStore {

    private final List<ChangeListener> listeners = new ArrayList<>();
    private SerialModel model = SerialModel.EMPTY;

    @Override
    public <T> T transact(Function<Snapshot, Outcome<T>> work) {
        SerialModel before = seen(model);
        Outcome<T> outcome = work.apply(before);
        List<Change> changes = before.changes(outcome);
        model = model.after(changes);
        told(changes).forEach(change -> listeners.forEach(listener -> listener.changed(change)));
        return outcome.result();
    }

    /** What a transaction sees that begins now. */
    SerialModel seen(SerialModel now) {
        return now;
    }

    /** What the listeners hear of {@code changes}. */
    List<Change> told(List<Change> changes) {
        return changes;
    }

    @Override
    public void addListener(ChangeListener listener) {
        listeners.add(listener);
    }
}
