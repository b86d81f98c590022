package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.id;
import static io.parley.ports.contract.Transactions.ask;
import static io.parley.ports.contract.Transactions.removing;
import static io.parley.ports.contract.Transactions.storing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Attendance;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That a {@link ConferenceStore} counts what it holds, and holds no more of it than transactions allow that ask before they store. */
public interface TallyContract {

    /** Alice. */
    XconUserId ALICE = XconUserId.of("xcon-userid:alice@example.com");

    /** Bob. */
    XconUserId BOB = XconUserId.of("xcon-userid:bob@example.com");

    /** All conferences. */
    Tally CONFERENCES = new Tally.Conferences();

    /** A new store without conferences. */
    ConferenceStore store();

    /** A new object of that kind, of Alice's. */
    private static Conference object(String name, Kind kind, Optional<XconUri> parent, Attendance attendance) {
        Conference blank = Samples.fresh(id(name), parent);
        return new Conference(
                blank.id(),
                kind,
                Optional.of(ALICE),
                parent,
                Version.FIRST,
                blank.document(),
                attendance,
                Optional.empty(),
                blank.history());
    }

    /** A new conference of Alice's. */
    private static Conference conference(String name) {
        return object(name, Kind.RESERVATION, Optional.empty(), Attendance.NOBODY);
    }

    /** That there are {@code number} of what {@code tally} counts. */
    private static void holds(ConferenceStore store, Tally tally, int number) {
        boolean reached = ask(store, snapshot -> snapshot.reaches(tally, number));
        boolean exceeded = ask(store, snapshot -> snapshot.reaches(tally, number + 1));
        assertThat(reached).isTrue();
        assertThat(exceeded).isFalse();
    }

    /** Work that stores {@code state} unless there are {@code limit} already. */
    private static Function<Snapshot, Outcome<Boolean>> within(Tally tally, int limit, Conference state) {
        return snapshot -> snapshot.reaches(tally, limit)
                ? Outcome.unchanged(false)
                : Outcome.storing(state, cause("within"), true);
    }

    @Test
    default void conferencesAreCountedAndBlueprintsAndSidebarsAreNot() {
        ConferenceStore store = store();
        holds(store, CONFERENCES, 0);
        store.transact(storing(
                conference("a"),
                conference("b"),
                object("pattern", Kind.BLUEPRINT, Optional.empty(), Attendance.NOBODY),
                object("side", Kind.SIDEBAR_BY_VALUE, Optional.of(id("a")), Attendance.NOBODY),
                object("aside", Kind.SIDEBAR_BY_REFERENCE, Optional.of(id("a")), Attendance.NOBODY)));

        holds(store, CONFERENCES, 2);
        holds(store, new Tally.ConferencesOf(ALICE), 2);
        holds(store, new Tally.ConferencesOf(BOB), 0);
        holds(store, new Tally.SidebarsOf(id("a")), 2);
        holds(store, new Tally.SidebarsOf(id("b")), 0);
        store.transact(removing(id("a"), id("side")));
        holds(store, CONFERENCES, 1);
        holds(store, new Tally.ConferencesOf(ALICE), 1);
        holds(store, new Tally.SidebarsOf(id("a")), 1);
    }

    @Test
    default void whoHasJoinedSeveralConferencesIsOneParticipant() {
        ConferenceStore store = store();
        Conference both = object(
                "a",
                Kind.RESERVATION,
                Optional.empty(),
                Attendance.NOBODY.with(ALICE).with(BOB));
        store.transact(
                storing(both, object("b", Kind.SIDEBAR_BY_VALUE, Optional.of(id("a")), Attendance.NOBODY.with(ALICE))));

        holds(store, new Tally.Participants(), 2);
        holds(store, new Tally.JoinedBy(ALICE), 2);
        holds(store, new Tally.JoinedBy(BOB), 1);
        store.transact(storing(both.next(both.document(), Attendance.NOBODY.with(ALICE))));
        holds(store, new Tally.Participants(), 1);
        holds(store, new Tally.JoinedBy(BOB), 0);
        store.transact(removing(id("a"), id("b")));
        holds(store, new Tally.Participants(), 0);
    }

    @Test
    default void anAnswerThatChangesIsNoticed() {
        ConferenceStore store = store();
        store.transact(storing(conference("a")));
        Interleaving<Boolean> work = Interleaving.of(
                within(CONFERENCES, 2, conference("b")), () -> store.transact(storing(conference("c"))));

        assertThat(store.transact(work)).isFalse();
        assertThat(work.runs()).isEqualTo(2);
        holds(store, CONFERENCES, 2);
    }

    @Test
    default void aNumberThatChangesWithoutTheAnswerIsNot() {
        ConferenceStore store = store();
        Interleaving<Boolean> work = Interleaving.of(
                within(CONFERENCES, 3, conference("b")), () -> store.transact(storing(conference("c"))));

        assertThat(store.transact(work)).isTrue();
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    default void ofManyAtOnceExactlySoManyAreStoredAsThereIsRoomFor() {
        ConferenceStore store = store();
        List<Callable<Integer>> crowd = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            String name = "t" + thread + "n";
            crowd.add(() -> {
                int stored = 0;
                for (int i = 0; i < 20; i++) {
                    stored += store.transact(within(CONFERENCES, 57, conference(name + i))) ? 1 : 0;
                }
                return stored;
            });
        }

        assertThat(Crowd.together(crowd).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(57);
        holds(store, CONFERENCES, 57);
    }
}
