package io.parley.inmemory;

import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.ConferenceStore;
import java.util.Optional;
import java.util.function.Function;

/** A store in which things go wrong as scripted. */
final class FaultyStore implements ConferenceStore {

    private final ConferenceStore store;
    private final Faults faults;

    FaultyStore(ConferenceStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    @Override
    public <T> T transact(Function<Snapshot, Outcome<T>> work) {
        Disturbed<T> disturbed = new Disturbed<>(work);
        T result = store.transact(disturbed);
        if (disturbed.fault.filter(Faults.Fault.AFTER_COMMIT::equals).isPresent()) {
            throw new StoreFault("scripted: stored, but the answer was lost");
        }
        return result;
    }

    @Override
    public void addListener(ChangeListener listener) {
        store.addListener(listener);
    }

    /** The work of one transaction, with what disturbs it. */
    private final class Disturbed<T> implements Function<Snapshot, Outcome<T>> {
        private final Function<Snapshot, Outcome<T>> work;
        private boolean committing;
        private Optional<Faults.Fault> fault = Optional.empty();

        Disturbed(Function<Snapshot, Outcome<T>> work) {
            this.work = work;
        }

        @Override
        public Outcome<T> apply(Snapshot snapshot) {
            for (int vain = faults.nextVainRuns(); vain > 0; vain--) {
                Outcome<T> unused = work.apply(snapshot);
            }
            Outcome<T> outcome = work.apply(snapshot);
            if (!outcome.stored().isEmpty() || !outcome.removed().isEmpty()) {
                beforeCommit();
            }
            return outcome;
        }

        private void beforeCommit() {
            if (!committing) {
                committing = true;
                fault = faults.nextCommit();
                faults.nextInterruption().ifPresent(Runnable::run);
            }
            if (fault.filter(Faults.Fault.BEFORE_COMMIT::equals).isPresent()) {
                throw new StoreFault("scripted: nothing was stored");
            }
        }
    }
}
