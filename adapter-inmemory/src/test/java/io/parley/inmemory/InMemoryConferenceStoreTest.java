package io.parley.inmemory;

import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.childrenOf;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.ports.contract.ChangeListenerContract;
import io.parley.ports.contract.ConferenceStoreContract;
import io.parley.ports.contract.ConflictContract;
import io.parley.ports.contract.Crowd;
import io.parley.ports.contract.HistoryContract;
import io.parley.ports.contract.Interleaving;
import io.parley.ports.contract.Samples;
import io.parley.ports.contract.SerializableContract;
import io.parley.ports.contract.TallyContract;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InMemoryConferenceStoreTest
        implements ConferenceStoreContract,
                ConflictContract,
                SerializableContract,
                TallyContract,
                ChangeListenerContract,
                HistoryContract {

    @Override
    public ConferenceStore store() {
        return new InMemoryConferenceStore((change, thrown) -> {});
    }

    @Test
    void whoOnlyReadsRunsOnce() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        Interleaving<Optional<Conference>> reading = Interleaving.of(
                snapshot -> Outcome.unchanged(snapshot.find(id("a"))), () -> store.transact(editing(id("a"), "x")));
        assertThat(store.transact(reading)).contains(fresh(id("a")));
        assertThat(reading.runs()).isEqualTo(1);
    }

    @Test
    void whatWasNotReadMakesNobodyRunAgain() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a")), fresh(id("b"), Optional.of(id("p"))), fresh(id("q"))));
        Function<Snapshot, Outcome<String>> work = snapshot -> {
            assertThat(snapshot.find(id("missing"))).isEmpty();
            assertThat(snapshot.childrenOf(id("p"))).hasSize(1);
            return editing(id("a"), "outer").apply(snapshot);
        };
        Interleaving<String> outer = Interleaving.of(work, () -> {
            store.transact(editing(id("q"), "x"));
            store.transact(storing(fresh(id("c"), Optional.of(id("q")))));
        });
        assertThat(store.transact(outer)).isEqualTo("outer");
        assertThat(outer.runs()).isEqualTo(1);
        assertThat(find(store, id("q")).map(Samples::subject)).contains("x");
        assertThat(childrenOf(store, id("q"))).hasSize(1);
    }

    @Test
    void whatAListenerThrowsIsReportedWithTheChange() {
        List<String> reports = new ArrayList<>();
        ConferenceStore store = new InMemoryConferenceStore(
                (change, thrown) -> reports.add(change.conference() + " " + thrown.getMessage()));
        store.addListener(change -> {
            throw new AssertionError("of a listener");
        });
        store.transact(storing(fresh(id("a"))));
        assertThat(reports).containsExactly("xcon:a@example.com of a listener");
    }

    @Test
    void aReporterThatThrowsDoesNoHarm() {
        ConferenceStore store = new InMemoryConferenceStore((change, thrown) -> {
            throw new IllegalStateException("of the reporter");
        });
        store.addListener(change -> {
            throw new IllegalStateException("of a listener");
        });
        List<Change> heard = ChangeListenerContract.heardFrom(store);
        store.transact(storing(fresh(id("a")), fresh(id("b"))));
        store.transact(editing(id("a"), "x"));
        assertThat(heard).hasSize(3);
    }

    @Test
    void aListenerAddedByAListenerHearsOfWhatIsCommittedAfterwards() {
        ConferenceStore store = store();
        List<String> late = new CopyOnWriteArrayList<>();
        store.addListener(change -> {
            if (change.conference().equals(id("a"))) {
                store.transact(storing(fresh(id("before"))));
                store.addListener(heard -> late.add(ChangeListenerContract.inShort(heard)));
                store.transact(storing(fresh(id("after"))));
            }
        });
        store.transact(storing(fresh(id("a")), fresh(id("b"))));
        assertThat(late).containsExactly("after@1");
    }

    @Test
    void listenersWhoCommitALotDoNotFillTheStack() {
        ConferenceStore store = store();
        store.addListener(change -> {
            if (change.version().value() < 20_000) {
                store.transact(editing(change.conference(), ""));
            }
        });
        store.transact(storing(fresh(id("a"))));
        assertThat(find(store, id("a")).orElseThrow().version().value()).isEqualTo(20_000);
    }

    @Test
    void sixtyFourClientsOfOneConferenceAreAllServed() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        Crowd.together(64, () -> {
            for (int i = 0; i < 20; i++) {
                store.transact(editing(id("a"), ""));
            }
            return "served";
        });
        assertThat(find(store, id("a")).orElseThrow().version().value()).isEqualTo(1 + 64 * 20);
    }
}
