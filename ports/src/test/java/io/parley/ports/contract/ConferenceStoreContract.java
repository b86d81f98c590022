package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.edited;
import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.all;
import static io.parley.ports.contract.Transactions.childrenOf;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.removing;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.ports.out.ConferenceStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a {@link ConferenceStore} does for one caller: finding, listing, storing, and refusing what is no next version. */
public interface ConferenceStoreContract {

    /** A new store without conferences. */
    ConferenceStore store();

    @Test
    default void aNewStoreIsEmpty() {
        ConferenceStore store = store();
        assertThat(all(store)).isEmpty();
        assertThat(find(store, id("a"))).isEmpty();
        assertThat(childrenOf(store, id("a"))).isEmpty();
    }

    @Test
    default void theResultReachesTheCaller() {
        assertThat(store().<String>transact(storing(fresh(id("a"))))).isEqualTo("stored");
    }

    @Test
    default void whatIsStoredIsFound() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        store.transact(editing(id("a"), "x"));
        Conference found = find(store, id("a")).orElseThrow();
        assertThat(found).isEqualTo(edited(fresh(id("a")), "x"));
        assertThat(found.version()).isEqualTo(new Version(2));
    }

    @Test
    default void identitiesAreComparedInLowerCaseAndKeptAsFirstWritten() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("Marketing"), Optional.of(id("Parent")))));
        assertThat(find(store, id("mARKETING")).orElseThrow().id()).hasToString("xcon:Marketing@example.com");
        assertThat(childrenOf(store, id("PARENT"))).hasSize(1);
        assertThatThrownBy(() -> store.transact(storing(fresh(id("MARKETING")))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void whatIsRemovedIsGone() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("p")), fresh(id("a"), Optional.of(id("p")))));
        store.transact(removing(id("a")));
        assertThat(find(store, id("a"))).isEmpty();
        assertThat(childrenOf(store, id("p"))).isEmpty();
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("p"));
    }

    @Test
    default void whatWasRemovedCanBeMadeAnewAtVersion1() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        store.transact(editing(id("a"), "x"));
        store.transact(removing(id("a")));
        store.transact(storing(fresh(id("a"))));
        assertThat(find(store, id("a"))).contains(fresh(id("a")));
    }

    @Test
    default void childrenAreThoseThatRecordTheParentInTheOrderOfTheirIdentities() {
        ConferenceStore store = store();
        Optional<XconUri> parent = Optional.of(id("p"));
        store.transact(storing(
                fresh(id("c"), parent),
                fresh(id("a"), parent),
                fresh(id("B"), parent),
                fresh(id("d")),
                fresh(id("e"), Optional.of(id("a")))));
        assertThat(childrenOf(store, id("p"))).extracting(Conference::id).containsExactly(id("a"), id("b"), id("c"));
    }

    @Test
    default void childrenAreListedInTheirLatestVersion() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"), Optional.of(id("p")))));
        store.transact(editing(id("a"), "x"));
        assertThat(childrenOf(store, id("p"))).extracting(Samples::subject).containsExactly("x");
    }

    @Test
    default void childrenOutliveTheirParentUnlessTheyAreRemovedWithIt() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("p")), fresh(id("a"), Optional.of(id("p")))));
        store.transact(removing(id("p")));
        assertThat(childrenOf(store, id("p"))).extracting(Conference::id).containsExactly(id("a"));
    }

    @Test
    default void allAreListedInTheOrderOfTheirIdentities() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("b")), fresh(id("A")), fresh(id("c"))));
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("a"), id("b"), id("c"));
    }

    @Test
    default void aNewObjectIsAtVersion1() {
        refuses(store(), storing(Samples.at(new Version(2), id("new"), Optional.empty())));
    }

    @Test
    default void aStoredStateFollowsTheOneOfTheSnapshotByExactlyOneVersion() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        refuses(store, storing(Samples.at(new Version(1), id("a"), Optional.empty())));
        refuses(store, storing(Samples.at(new Version(3), id("a"), Optional.empty())));
    }

    @Test
    default void onlyWhatIsThereCanBeRemoved() {
        refuses(store(), removing(id("a")));
    }

    @Test
    default void anOutcomeHoldsEachObjectOnce() {
        ConferenceStore store = store();
        Conference first = fresh(id("a"));
        refuses(store, storing(first, first));
        refuses(store, storing(first, edited(first, "x")));
        store.transact(storing(first));
        refuses(store, removing(id("a"), id("a")));
        refuses(
                store,
                snapshot -> new Outcome<>(
                        "both", List.of(edited(first, "x")), List.of(id("a")), Optional.of(cause("both"))));
    }

    /** That {@code work} throws, and that the store is as it was. */
    private static void refuses(ConferenceStore store, Function<Snapshot, Outcome<String>> work) {
        List<Conference> before = all(store);
        assertThatThrownBy(() -> store.transact(work)).isInstanceOf(IllegalStateException.class);
        assertThat(all(store)).isEqualTo(before);
    }

    @Test
    default void nothingOfAnOutcomeIsStoredIfAPartOfItIsRefused() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        refuses(
                store,
                snapshot -> new Outcome<>(
                        "half",
                        List.of(edited(fresh(id("a")), "x"), fresh(id("b"))),
                        List.of(id("unknown")),
                        Optional.of(cause("half"))));
    }

    @Test
    default void whatTheWorkThrowsReachesTheCallerAndNothingIsStored() {
        ConferenceStore store = store();
        RuntimeException thrown = new RuntimeException("of the work");
        assertThatThrownBy(() -> store.transact(snapshot -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(all(store)).isEmpty();
        assertThat(store.<String>transact(storing(fresh(id("a"))))).isEqualTo("stored");
    }
}
