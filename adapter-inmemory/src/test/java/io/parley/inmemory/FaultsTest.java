package io.parley.inmemory;

import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.all;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.ports.contract.ChangeListenerContract;
import io.parley.ports.contract.ConferenceStoreContract;
import io.parley.ports.contract.ConflictContract;
import io.parley.ports.contract.Samples;
import io.parley.ports.contract.SerializableContract;
import io.parley.ports.out.ConferenceStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes wrong as scripted, and that a store for which nothing is scripted is a store like any other. */
class FaultsTest implements ConferenceStoreContract, ConflictContract, SerializableContract, ChangeListenerContract {

    private final Faults faults = new Faults();
    private final ConferenceStore store = store();

    @Override
    public ConferenceStore store() {
        return faults.in(new InMemoryConferenceStore((change, thrown) -> {}));
    }

    @Test
    void theCommitOfThatNumberFailsAndStoresNothing() {
        List<Change> heard = ChangeListenerContract.heardFrom(store);
        faults.failCommit(2);
        store.transact(storing(fresh(id("a"))));
        assertThat(all(store)).hasSize(1);
        assertThatThrownBy(() -> store.transact(storing(fresh(id("b"))))).isInstanceOf(StoreFault.class);
        store.transact(storing(fresh(id("c"))));
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("a"), id("c"));
        assertThat(heard).extracting(Change::conference).containsExactly(id("a"), id("c"));
    }

    @Test
    void theAnswerToTheCommitOfThatNumberIsLostAndAllIsStored() {
        faults.failAfterCommit(1);
        assertThatThrownBy(() -> store.transact(storing(fresh(id("a"))))).isInstanceOf(StoreFault.class);
        assertThat(find(store, id("a"))).isPresent();
        store.transact(editing(id("a"), "x"));
    }

    @Test
    void commitsAreCountedFromWhereTheFaultIsScripted() {
        store.transact(storing(fresh(id("a"))));
        faults.failCommit(1).failCommit(3);
        assertThatThrownBy(() -> store.transact(editing(id("a"), "x"))).isInstanceOf(StoreFault.class);
        store.transact(editing(id("a"), "y"));
        assertThatThrownBy(() -> store.transact(editing(id("a"), "z"))).isInstanceOf(StoreFault.class);
        assertThat(find(store, id("a")).map(Samples::subject)).contains("y");
        assertThatThrownBy(() -> faults.failCommit(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsRunAgainIsStoredOnce() {
        AtomicInteger runs = new AtomicInteger();
        faults.runAgain(3);
        store.transact(snapshot -> {
            runs.incrementAndGet();
            return Outcome.storing(fresh(id("run" + runs.get())), Samples.cause("run"), "");
        });
        assertThat(runs).hasValue(4);
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("run4"));
        store.transact(snapshot -> Outcome.unchanged(runs.incrementAndGet()));
        assertThat(runs).hasValue(5);
        assertThatThrownBy(() -> faults.runAgain(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTransactionThatRunsAgainIsOneCommitAndHasOneFault() {
        ConferenceStore healthy = new InMemoryConferenceStore();
        healthy.transact(storing(fresh(id("a"))));
        ConferenceStore faulty = faults.runAgain(2).failCommit(2).in(healthy);
        AtomicInteger runs = new AtomicInteger();
        String result = faulty.transact(snapshot -> {
            Outcome<String> outcome = editing(id("a"), "slow ").apply(snapshot);
            if (runs.incrementAndGet() == 3) {
                healthy.transact(editing(id("a"), "quick "));
            }
            return outcome;
        });
        assertThat(result).isEqualTo("quick slow ");
        assertThat(runs).hasValue(4);
        assertThatThrownBy(() -> faulty.transact(editing(id("a"), "second"))).isInstanceOf(StoreFault.class);
    }

    @Test
    void somebodyElseIsQuickerOnce() {
        store.transact(storing(fresh(id("a"))));
        faults.beforeCommit(() -> store.transact(editing(id("a"), "quick ")));
        assertThat(all(store)).hasSize(1);
        assertThat(store.transact(editing(id("a"), "slow "))).isEqualTo("quick slow ");
        assertThat(store.transact(editing(id("a"), "last"))).isEqualTo("quick slow last");
    }

    @Test
    void ofSeveralWhoAreQuickerEachComesBeforeACommitOfItsOwn() {
        store.transact(storing(fresh(id("a"))));
        faults.beforeCommit(() -> store.transact(editing(id("a"), "1")));
        faults.beforeCommit(() -> store.transact(editing(id("a"), "2")));
        assertThat(store.transact(editing(id("a"), "3"))).isEqualTo("213");
    }
}
