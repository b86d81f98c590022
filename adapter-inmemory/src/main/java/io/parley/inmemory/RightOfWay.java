package io.parley.inmemory;

import io.parley.conference.Change;
import io.parley.identity.XconUri;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a transaction that was overtaken go first: of those that change the same conference one at a time, in the order of asking, and
 * only transactions that would overtake it once more wait for it.
 *
 * <p>No result rests on this courtesy, so nobody waits longer than he has patience; a transaction that waits in its work for another
 * one, on whatever thread, therefore delays both but blocks neither. Conferences are spread over some lanes. Who goes first in one
 * lane waits for those who go first in the lanes before his only, so that no two wait for each other.
 */
final class RightOfWay {

    private static final int LANES = 32;

    private final long patience;
    private final List<Lane> lanes = Stream.generate(Lane::new).limit(LANES).toList();

    RightOfWay(Duration patience) {
        this.patience = patience.toNanos();
    }

    private static final class Lane {
        final Semaphore turn = new Semaphore(1, true);
        volatile @Nullable Pass first;
    }

    /** The right of a transaction to go first, until it ends. */
    static final class Pass {
        private final Thread holder = Thread.currentThread();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Lane lane;
        private final Reads reads;

        private Pass(Lane lane, Reads reads) {
            this.lane = lane;
            this.reads = reads;
        }

        private boolean isHeldHere() {
            return holder == Thread.currentThread();
        }
    }

    static int lane(XconUri conference) {
        return Math.floorMod(conference.hashCode(), LANES);
    }

    /** Lets the caller go first with what will, as far as is known, be {@code last} again; empty if others took too long. */
    Optional<Pass> ask(Transaction<?> last) {
        boolean heldHere = lanes.stream()
                .flatMap(lane -> Optional.ofNullable(lane.first).stream())
                .anyMatch(Pass::isHeldHere);
        Lane lane = lanes.get(lane(last.changes().get(0).conference()));
        if (heldHere || !isInTime(() -> lane.turn.tryAcquire(patience, TimeUnit.NANOSECONDS))) {
            return Optional.empty();
        }
        Pass pass = new Pass(lane, last.reads());
        lane.first = pass;
        return Optional.of(pass);
    }

    /** Ends what {@link #ask} gave. */
    void end(Pass pass) {
        pass.lane.first = null;
        pass.lane.turn.release();
        pass.ended.countDown();
    }

    /** Waits for the transactions that go first, if {@code changes} would make them run again. */
    void giveWay(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (Lane lane : lanes) {
            Pass pass = lane.first;
            if (pass != null && pass.isHeldHere()) {
                return;
            }
            if (pass != null && pass.reads.areTouchedBy(changes)) {
                isInTime(() -> pass.ended.await(patience, TimeUnit.NANOSECONDS));
            }
        }
    }

    private interface Wait {
        boolean isOver() throws InterruptedException;
    }

    private static boolean isInTime(Wait wait) {
        try {
            return wait.isOver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
