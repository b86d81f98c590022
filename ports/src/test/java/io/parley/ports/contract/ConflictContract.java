package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.ask;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.removing;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.ports.out.ConferenceStore;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That a {@link ConferenceStore} runs work again when something that it read is changed: an object, a gap, or a list. */
public interface ConflictContract {

    /** A new store without conferences. */
    ConferenceStore store();

    /** A store with {@code states}, which are new. */
    private ConferenceStore storeWith(Conference... states) {
        ConferenceStore store = store();
        store.transact(storing(states));
        return store;
    }

    /** Work that notes what {@code question} finds out as a new object. */
    private static Function<Snapshot, Outcome<String>> noting(Function<Snapshot, ?> question) {
        return snapshot -> {
            String answer = String.valueOf(question.apply(snapshot));
            return Outcome.storing(fresh(id("note")), cause("note"), answer);
        };
    }

    /** That work which asks {@code question} and stores something runs again when {@code meanwhile} changes the answer. */
    private static void isNoticed(ConferenceStore store, Function<Snapshot, ?> question, Runnable meanwhile) {
        Interleaving<String> work = Interleaving.of(noting(question), meanwhile);
        String answer = store.transact(work);
        assertThat(work.runs()).isGreaterThan(1);
        store.transact(removing(id("note")));
        assertThat(answer).isEqualTo(ask(store, snapshot -> String.valueOf(question.apply(snapshot))));
    }

    @Test
    default void anObjectThatWasReadAndChangesIsNoticed() {
        ConferenceStore store = storeWith(fresh(id("a")));
        isNoticed(store, snapshot -> snapshot.find(id("a")), () -> store.transact(editing(id("a"), "x")));
    }

    @Test
    default void anObjectThatWasReadAndIsRemovedIsNoticed() {
        ConferenceStore store = storeWith(fresh(id("a")));
        isNoticed(store, snapshot -> snapshot.find(id("a")), () -> store.transact(removing(id("a"))));
    }

    @Test
    default void anObjectThatWasMissedAndAppearsIsNoticed() {
        ConferenceStore store = store();
        isNoticed(store, snapshot -> snapshot.find(id("a")), () -> store.transact(storing(fresh(id("a")))));
    }

    @Test
    default void anObjectThatIsReplacedByAnotherOfItsNameIsNoticed() {
        ConferenceStore store = storeWith(fresh(id("a")));
        isNoticed(store, snapshot -> snapshot.find(id("a")).flatMap(Conference::parent), () -> {
            store.transact(removing(id("a")));
            store.transact(storing(fresh(id("a"), Optional.of(id("p")))));
        });
    }

    @Test
    default void aChildThatAppearsIsNoticed() {
        ConferenceStore store = storeWith(fresh(id("p")));
        isNoticed(
                store,
                snapshot -> snapshot.childrenOf(id("p")),
                () -> store.transact(storing(fresh(id("a"), Optional.of(id("p"))))));
    }

    @Test
    default void aChildThatChangesIsNoticed() {
        ConferenceStore store = storeWith(fresh(id("a"), Optional.of(id("p"))));
        isNoticed(store, snapshot -> snapshot.childrenOf(id("p")), () -> store.transact(editing(id("a"), "x")));
    }

    @Test
    default void aChildThatIsRemovedIsNoticed() {
        ConferenceStore store = storeWith(fresh(id("a"), Optional.of(id("p"))), fresh(id("b"), Optional.of(id("p"))));
        isNoticed(store, snapshot -> snapshot.childrenOf(id("p")), () -> store.transact(removing(id("a"))));
    }

    @Test
    default void anyChangeIsNoticedByWhoReadAll() {
        ConferenceStore store = storeWith(fresh(id("a")));
        isNoticed(store, Transactions::all, () -> store.transact(storing(fresh(id("b")))));
        isNoticed(store, Transactions::all, () -> store.transact(editing(id("a"), "x")));
        isNoticed(store, Transactions::all, () -> store.transact(removing(id("a"))));
    }
}
