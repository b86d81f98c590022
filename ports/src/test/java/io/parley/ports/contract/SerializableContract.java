package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.edited;
import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Samples.subject;
import static io.parley.ports.contract.Transactions.all;
import static io.parley.ports.contract.Transactions.ask;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.removing;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.XconUri;
import io.parley.ports.out.ConferenceStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a {@link ConferenceStore} does for callers who overtake each other, one named race at a time. */
public interface SerializableContract {

    /** A new store without conferences. */
    ConferenceStore store();

    /** A store with {@code states}, which are new. */
    private ConferenceStore storeWith(Conference... states) {
        ConferenceStore store = store();
        store.transact(storing(states));
        return store;
    }

    @Test
    default void noUpdateIsLost() {
        ConferenceStore store = storeWith(fresh(id("a")));
        Interleaving<String> outer =
                Interleaving.of(editing(id("a"), "outer"), () -> store.transact(editing(id("a"), "inner ")));
        assertThat(store.transact(outer)).isEqualTo("inner outer");
        assertThat(outer.runs()).isGreaterThan(1);
        assertThat(find(store, id("a")).map(Samples::subject)).contains("inner outer");
    }

    @Test
    default void onlyTheOutcomeOfTheLastRunCounts() {
        ConferenceStore store = storeWith(fresh(id("a")));
        Function<Snapshot, Outcome<String>> work = snapshot -> {
            Conference a = snapshot.find(id("a")).orElseThrow();
            XconUri copy = id("copy" + a.version());
            return Outcome.storing(fresh(copy), cause("copy"), copy.toString());
        };
        String result = store.transact(Interleaving.of(work, () -> store.transact(editing(id("a"), "x"))));
        assertThat(result).isEqualTo("xcon:copy2@example.com");
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("a"), id("copy2"));
    }

    @Test
    default void aSnapshotStaysAsItIs() {
        ConferenceStore store = storeWith(fresh(id("a")), fresh(id("b"), Optional.of(id("a"))));
        Runnable meanwhile = Interleaving.once(() -> Crowd.elsewhere(() -> {
            store.transact(editing(id("a"), "x"));
            store.transact(removing(id("b")));
            store.transact(storing(fresh(id("c"), Optional.of(id("a")))));
        }));
        store.transact(snapshot -> {
            List<Conference> before = all(snapshot);
            meanwhile.run();
            assertThat(all(snapshot)).isEqualTo(before);
            assertThat(snapshot.find(id("a"))).isEqualTo(Optional.of(before.get(0)));
            assertThat(snapshot.childrenOf(id("a"))).isEqualTo(before.subList(1, 2));
            return Outcome.unchanged("seen");
        });
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("a"), id("c"));
    }

    @Test
    default void aSnapshotHoldsAllOfATransactionOrNothing() {
        ConferenceStore store = storeWith(fresh(id("a")), fresh(id("b")));
        Function<Snapshot, Outcome<String>> both = snapshot -> new Outcome<>(
                "both",
                List.of(
                        edited(snapshot.find(id("a")).orElseThrow(), "x"),
                        edited(snapshot.find(id("b")).orElseThrow(), "x")),
                List.of(),
                Optional.of(cause("both")));
        Runnable meanwhile = Interleaving.once(() -> store.transact(both));
        boolean equal = ask(store, snapshot -> {
            String a = subject(snapshot.find(id("a")).orElseThrow());
            meanwhile.run();
            return subject(snapshot.find(id("b")).orElseThrow()).equals(a);
        });
        assertThat(equal).isTrue();
    }

    @Test
    default void whoReadsWhatTheOtherWritesAndViceVersaAreNotBothRight() {
        ConferenceStore store = storeWith(fresh(id("a")), fresh(id("b")));
        Function<Snapshot, Outcome<String>> aFromB = writeSkew(id("b"), id("a"));
        Function<Snapshot, Outcome<String>> bFromA = writeSkew(id("a"), id("b"));
        store.transact(Interleaving.of(aFromB, () -> store.transact(bFromA)));
        assertThat(find(store, id("b")).map(Samples::subject)).contains("alone");
        assertThat(find(store, id("a")).map(Samples::subject)).contains("second");
    }

    private static Function<Snapshot, Outcome<String>> writeSkew(XconUri read, XconUri written) {
        return snapshot -> {
            boolean alone = subject(snapshot.find(read).orElseThrow()).isEmpty();
            Conference next = edited(snapshot.find(written).orElseThrow(), alone ? "alone" : "second");
            return Outcome.storing(next, cause("skew"), "");
        };
    }

    @Test
    default void ofTwoWhoMakeTheSameObjectOneFindsIt() {
        ConferenceStore store = store();
        Function<Snapshot, Outcome<String>> make =
                snapshot -> snapshot.find(id("a")).isPresent()
                        ? Outcome.unchanged("there")
                        : Outcome.storing(fresh(id("a")), cause("make"), "made");
        AtomicReference<String> inner = new AtomicReference<>("");
        String outer = store.transact(Interleaving.of(make, () -> inner.set(store.transact(make))));
        assertThat(inner.get()).isEqualTo("made");
        assertThat(outer).isEqualTo("there");
    }

    @Test
    default void ofTwoWhoBlindlyMakeTheSameObjectOneIsRefused() {
        ConferenceStore store = store();
        Interleaving<String> blind =
                Interleaving.of(storing(fresh(id("a"))), () -> store.transact(storing(fresh(id("a")))));
        assertThatThrownBy(() -> store.transact(blind)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void noChildIsMadeOfAParentThatIsBeingRemoved() {
        ConferenceStore store = storeWith(fresh(id("p")));
        Function<Snapshot, Outcome<String>> adopt =
                snapshot -> snapshot.find(id("p")).isEmpty()
                        ? Outcome.unchanged("no parent")
                        : Outcome.storing(fresh(id("a"), Optional.of(id("p"))), cause("adopt"), "adopted");
        String result = store.transact(Interleaving.of(adopt, () -> store.transact(removing(id("p")))));
        assertThat(result).isEqualTo("no parent");
        assertThat(all(store)).isEmpty();
    }

    @Test
    default void noParentIsRemovedWhileItGetsAChild() {
        ConferenceStore store = storeWith(fresh(id("p")));
        Function<Snapshot, Outcome<String>> removeChildless =
                snapshot -> snapshot.childrenOf(id("p")).isEmpty()
                        ? Outcome.removing(List.of(id("p")), cause("remove"), "removed")
                        : Outcome.unchanged("has a child");
        String result = store.transact(Interleaving.of(
                removeChildless, () -> store.transact(storing(fresh(id("a"), Optional.of(id("p")))))));
        assertThat(result).isEqualTo("has a child");
        assertThat(all(store)).extracting(Conference::id).containsExactly(id("a"), id("p"));
    }

    @Test
    default void whatIsStoredIsSeenByWhoBeginsAfterwardsOnWhateverThread() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        Crowd.elsewhere(() -> assertThat(all(store)).extracting(Conference::id).containsExactly(id("a")));
    }

    @Test
    default void theWorkRunsOnTheThreadOfTheCaller() {
        ConferenceStore store = store();
        Thread worker = ask(store, snapshot -> Thread.currentThread());
        assertThat(worker).isSameAs(Thread.currentThread());
    }

    @Test
    default void noLockIsHeldWhileTheWorkRuns() {
        ConferenceStore store = storeWith(fresh(id("a")));
        Interleaving<String> outer = Interleaving.of(
                editing(id("a"), "outer"), () -> Crowd.elsewhere(() -> store.transact(editing(id("a"), "inner "))));
        assertThat(store.transact(outer)).isEqualTo("inner outer");
    }

    @Test
    default void operationsOnDifferentConferencesRunInParallel() {
        ConferenceStore store = storeWith(fresh(id("a")), fresh(id("b")));
        CyclicBarrier bothAreAtWork = new CyclicBarrier(2);
        Runnable meet = () -> {
            try {
                bothAreAtWork.await(Crowd.SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError("the other did not come", e);
            }
        };
        Crowd.together(List.of(
                () -> store.transact(Interleaving.of(editing(id("a"), "x"), meet)),
                () -> store.transact(Interleaving.of(editing(id("b"), "y"), meet))));
        assertThat(all(store)).extracting(Samples::subject).containsExactly("x", "y");
    }
}
