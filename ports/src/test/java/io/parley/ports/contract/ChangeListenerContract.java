package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.edited;
import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.all;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.removing;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the listeners of a {@link ConferenceStore} hear, and in which order. */
public interface ChangeListenerContract {

    /** A new store without conferences. */
    ConferenceStore store();

    /** Everything that a listener of {@code store} hears from here. */
    static List<Change> heardFrom(ConferenceStore store) {
        List<Change> heard = new CopyOnWriteArrayList<>();
        store.addListener(heard::add);
        return heard;
    }

    /** A change as {@code conference@version}. */
    static String inShort(Change change) {
        return change.conference().objectId().orElseThrow() + "@" + change.version();
    }

    @Test
    default void aListenerHearsOfEachStateThatIsStoredAndRemovedOnce() {
        ConferenceStore store = store();
        List<Change> heard = heardFrom(store);
        Conference first = fresh(id("a"));
        Conference second = edited(first, "x");
        store.transact(storing(first));
        store.transact(editing(id("a"), "x"));
        store.transact(removing(id("a")));
        assertThat(heard)
                .containsExactly(
                        new Change(Optional.empty(), Optional.of(first), cause("store")),
                        new Change(Optional.of(first), Optional.of(second), cause("edit x")),
                        new Change(Optional.of(second), Optional.empty(), cause("remove")));
    }

    @Test
    default void withASingleCallerAllHasBeenHandedOutWhenTheTransactionReturns() {
        ConferenceStore store = store();
        List<Change> heard = heardFrom(store);
        for (int i = 1; i <= 3; i++) {
            store.transact(storing(fresh(id("c" + i))));
            assertThat(heard).hasSize(i);
        }
    }

    @Test
    default void aListenerHearsNothingOfWhatIsNotStored() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        List<Change> heard = heardFrom(store);
        assertThat(all(store)).hasSize(1);
        assertThatThrownBy(() -> store.transact(storing(fresh(id("b")), fresh(id("a")))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.transact(snapshot -> {
                    throw new IllegalArgumentException("of the work");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    default void aListenerHearsNothingOfRunsInVain() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        List<Change> heard = heardFrom(store);
        store.transact(Interleaving.of(editing(id("a"), "outer"), () -> store.transact(editing(id("a"), "inner "))));
        assertThat(heard).extracting(change -> change.cause().action()).containsExactly("edit inner ", "edit outer");
        assertThat(heard).extracting(ChangeListenerContract::inShort).containsExactly("a@2", "a@3");
    }

    @Test
    default void theChangesOfATransactionComeTogetherInTheOrderOfItsOutcome() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("x")), fresh(id("b"))));
        List<Change> heard = heardFrom(store);
        store.transact(snapshot -> new Outcome<>(
                "all",
                List.of(fresh(id("c")), edited(snapshot.find(id("b")).orElseThrow(), "x"), fresh(id("a"))),
                List.of(id("x")),
                Optional.of(cause("all"))));
        assertThat(heard).extracting(ChangeListenerContract::inShort).containsExactly("c@1", "b@2", "a@1", "x@1");
    }

    @Test
    default void changesOfDifferentConferencesComeInTheOrderOfTheTransactions() {
        ConferenceStore store = store();
        List<Change> heard = heardFrom(store);
        store.transact(storing(fresh(id("b"))));
        store.transact(Interleaving.of(storing(fresh(id("c"))), () -> store.transact(storing(fresh(id("a"))))));
        store.transact(editing(id("b"), "x"));
        assertThat(heard).extracting(ChangeListenerContract::inShort).containsExactly("b@1", "a@1", "c@1", "b@2");
    }

    @Test
    default void aListenerHearsOfWhatComesAfterItWasAdded() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a"))));
        List<Change> heard = heardFrom(store);
        store.transact(storing(fresh(id("b"))));
        assertThat(heard).extracting(ChangeListenerContract::inShort).containsExactly("b@1");
    }

    @Test
    default void everyListenerHearsTheSame() {
        ConferenceStore store = store();
        List<Change> one = heardFrom(store);
        List<Change> other = heardFrom(store);
        store.transact(storing(fresh(id("a")), fresh(id("b"))));
        store.transact(editing(id("a"), "x"));
        assertThat(one).hasSize(3).isEqualTo(other);
    }

    @Test
    default void whatAListenerThrowsReachesNeitherTheOthersNorTheCaller() {
        ConferenceStore store = store();
        List<Change> before = heardFrom(store);
        store.addListener(change -> {
            throw new IllegalStateException("of a listener");
        });
        store.addListener(change -> {
            throw new AssertionError("of a listener");
        });
        List<Change> after = heardFrom(store);
        assertThatCode(() -> store.transact(storing(fresh(id("a")), fresh(id("b")))))
                .doesNotThrowAnyException();
        store.transact(editing(id("a"), "x"));
        assertThat(before).hasSize(3).isEqualTo(after);
    }

    @Test
    default void aListenerSeesWhatItHearsOf() {
        ConferenceStore store = store();
        List<Optional<Conference>> seen = new CopyOnWriteArrayList<>();
        store.addListener(change -> seen.add(find(store, change.conference())));
        store.transact(storing(fresh(id("a"))));
        store.transact(removing(id("a")));
        assertThat(seen).containsExactly(Optional.of(fresh(id("a"))), Optional.empty());
    }

    @Test
    default void whatAListenerChangesComesAfterWhatItHeard() {
        ConferenceStore store = store();
        store.addListener(change -> {
            if (change.version().value() < 4) {
                store.transact(editing(change.conference(), "x"));
            }
        });
        List<Change> heard = heardFrom(store);
        store.transact(storing(fresh(id("a")), fresh(id("b"))));
        assertThat(heard)
                .extracting(ChangeListenerContract::inShort)
                .containsExactly("a@1", "b@1", "a@2", "b@2", "a@3", "b@3", "a@4", "b@4");
    }

    @Test
    default void aCommitDoesNotWaitForAListenerOfAnotherThread() {
        ConferenceStore store = store();
        CountDownLatch otherHasReturned = new CountDownLatch(1);
        CountDownLatch listening = new CountDownLatch(1);
        List<String> heard = new CopyOnWriteArrayList<>();
        store.addListener(change -> {
            listening.countDown();
            heard.add(inShort(change) + " " + awaited(otherHasReturned));
        });
        Crowd.together(List.of(() -> store.transact(storing(fresh(id("a")))), () -> {
            boolean inTime = awaited(listening);
            String result = store.transact(storing(fresh(id("b"))));
            otherHasReturned.countDown();
            return result + inTime;
        }));
        assertThat(heard).containsExactly("a@1 true", "b@1 true");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(Crowd.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    default void aListenerHearsOneChangeAtATimeInOrderAndWithoutGapsWhoeverCommits() {
        ConferenceStore store = store();
        store.transact(storing(fresh(id("a")), fresh(id("b"))));
        AtomicInteger inside = new AtomicInteger();
        List<String> heard = new ArrayList<>();
        List<Integer> overlaps = new CopyOnWriteArrayList<>();
        store.addListener(change -> {
            if (inside.incrementAndGet() > 1) {
                overlaps.add(inside.get());
            }
            heard.add(inShort(change));
            Thread.yield();
            inside.decrementAndGet();
        });
        Callable<String> edits = () -> {
            for (int i = 0; i < 50; i++) {
                store.transact(editing(id("a"), "x"));
                store.transact(editing(id("b"), "y"));
            }
            return "done";
        };
        Crowd.together(4, edits);
        assertThat(overlaps).isEmpty();
        for (String name : List.of("a", "b")) {
            List<String> expected = new ArrayList<>();
            for (int version = 2; version <= 201; version++) {
                expected.add(name + "@" + version);
            }
            assertThat(heard).filteredOn(change -> change.startsWith(name)).isEqualTo(expected);
        }
    }
}
