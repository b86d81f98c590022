package io.parley.inmemory;

import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.editing;
import static io.parley.ports.contract.Transactions.find;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.XconUri;
import io.parley.ports.contract.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody edits a conference, and whenever he has read it, somebody else tries to edit it before him. */
@Timeout(Crowd.SECONDS)
class RightOfWayTest {

    private static final Duration FOREVER = Duration.ofDays(1);
    private static final int PERSISTENCE = 3 * InMemoryConferenceStore.FREE_RUNS;

    private final List<Thread> rivals = new ArrayList<>();
    private int runs;

    private static InMemoryConferenceStore store(Duration patience) {
        InMemoryConferenceStore store = new InMemoryConferenceStore((change, thrown) -> {}, patience);
        store.transact(storing(fresh(id("a")), fresh(id("b"))));
        return store;
    }

    /** An edit of {@code a} between whose reading and commit {@code rival} comes, run after run. */
    private Function<Snapshot, Outcome<String>> beset(Runnable rival) {
        return snapshot -> {
            Outcome<String> outcome = editing(id("a"), "victim").apply(snapshot);
            if (++runs <= PERSISTENCE) {
                rival.run();
            }
            return outcome;
        };
    }

    /** Starts a thread that edits {@code a}, and returns when it has, or waits. */
    private void startRival(InMemoryConferenceStore store) {
        Thread rival = new Thread(() -> store.transact(editing(id("a"), ".")));
        rivals.add(rival);
        rival.start();
        while (rival.getState() != Thread.State.TERMINATED && rival.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private void joinRivals() {
        for (Thread rival : rivals) {
            try {
                rival.join(Crowd.SECONDS * 1000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(rival.isAlive()).isFalse();
        }
    }

    @Test
    void whoWasOvertakenTimeAndAgainGoesFirst() {
        InMemoryConferenceStore store = store(FOREVER);
        store.transact(beset(() -> startRival(store)));
        assertThat(runs).isEqualTo(InMemoryConferenceStore.FREE_RUNS + 1);
        joinRivals();
        assertThat(find(store, id("a")).orElseThrow().version().value()).isEqualTo(1 + runs + 1);
    }

    @Test
    void whoIsElsewhereDoesNotWait() {
        InMemoryConferenceStore store = store(FOREVER);
        store.transact(beset(() -> {
            Crowd.elsewhere(() -> store.transact(editing(id("b"), "!")));
            startRival(store);
        }));
        joinRivals();
        assertThat(find(store, id("b")).orElseThrow().version().value()).isEqualTo(1 + runs);
    }

    @Test
    void thoseWhoGoFirstElsewhereDoNotWaitForEachOther() {
        InMemoryConferenceStore store = store(FOREVER);
        XconUri other = Stream.iterate(0, i -> i + 1)
                .map(i -> id("other" + i))
                .filter(id -> RightOfWay.lane(id) != RightOfWay.lane(id("a")))
                .findFirst()
                .orElseThrow();
        store.transact(storing(fresh(other)));
        AtomicInteger runsThere = new AtomicInteger();
        store.transact(beset(() -> {
            if (runs > InMemoryConferenceStore.FREE_RUNS) {
                Crowd.elsewhere(() -> store.transact(snapshot -> {
                    Outcome<String> outcome = editing(other, "there").apply(snapshot);
                    if (runsThere.incrementAndGet() <= PERSISTENCE) {
                        store.transact(editing(other, "."));
                    }
                    return outcome;
                }));
            }
            startRival(store);
        }));
        joinRivals();
        assertThat(runsThere).hasValue(PERSISTENCE + 1);
    }

    @Test
    void whoReadsDoesNotWait() {
        InMemoryConferenceStore store = store(FOREVER);
        store.transact(beset(() -> {
            Crowd.elsewhere(() -> assertThat(find(store, id("a"))).isPresent());
            startRival(store);
        }));
        joinRivals();
    }

    @Test
    void nobodyWaitsLongerThanHeHasPatience() {
        InMemoryConferenceStore store = store(Duration.ofNanos(1));
        store.transact(beset(() -> Crowd.elsewhere(() -> store.transact(editing(id("a"), ".")))));
        assertThat(runs).isEqualTo(PERSISTENCE + 1);
    }

    @Test
    void whoOvertakesHimselfDoesNotWaitForHimself() {
        InMemoryConferenceStore store = store(FOREVER);
        store.transact(beset(() -> store.transact(editing(id("a"), "."))));
        assertThat(runs).isEqualTo(PERSISTENCE + 1);
    }

    @Test
    void whoGoesFirstDoesNotQueueBehindHimself() {
        InMemoryConferenceStore store = store(FOREVER);
        AtomicInteger inner = new AtomicInteger();
        store.transact(beset(() -> store.transact(snapshot -> {
            Outcome<String> outcome = editing(id("a"), "inner").apply(snapshot);
            if (runs > InMemoryConferenceStore.FREE_RUNS && inner.incrementAndGet() <= PERSISTENCE) {
                store.transact(editing(id("a"), "."));
            }
            return outcome;
        })));
        assertThat(inner.get()).isGreaterThan(PERSISTENCE);
    }

    @Test
    void theRightEndsWithTheTransactionEvenIfItThrows() {
        InMemoryConferenceStore store = store(FOREVER);
        try {
            store.transact(beset(() -> {
                if (runs > InMemoryConferenceStore.FREE_RUNS) {
                    throw new IllegalStateException("of the work");
                }
                store.transact(editing(id("a"), "."));
            }));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("of the work");
        }
        Crowd.elsewhere(() -> store.transact(editing(id("a"), "!")));
        runs = 0;
        store.transact(beset(() -> startRival(store)));
        assertThat(runs).isEqualTo(InMemoryConferenceStore.FREE_RUNS + 1);
        joinRivals();
    }
}
