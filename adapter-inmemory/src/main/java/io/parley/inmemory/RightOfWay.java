package io.parley.inmemory;

import io.parley.conference.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a transaction that was overtaken time and again go first: one at a time, in the order of asking, and only transactions that
 * would overtake it once more wait for it. No result rests on this courtesy, so nobody waits longer than he has patience; a
 * transaction that waits in its work for another one, on whatever thread, therefore delays both but blocks neither.
 */
final class RightOfWay {

    private final long patience;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable Pass first;

    RightOfWay(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** The right of a transaction to go first, until it ends. */
    static final class Pass {
        private final Thread holder = Thread.currentThread();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Reads reads;

        private Pass(Reads reads) {
            this.reads = reads;
        }
    }

    /** Lets the caller go first with a transaction that, as far as is known, reads {@code reads}; empty if others took too long. */
    Optional<Pass> ask(Reads reads) {
        Pass current = first;
        boolean heldHere = current != null && current.holder == Thread.currentThread();
        if (heldHere || !isInTime(() -> turn.tryAcquire(patience, TimeUnit.NANOSECONDS))) {
            return Optional.empty();
        }
        Pass pass = new Pass(reads);
        first = pass;
        return Optional.of(pass);
    }

    /** Ends what {@link #ask} gave. */
    void end(Pass pass) {
        first = null;
        turn.release();
        pass.ended.countDown();
    }

    /** Waits for the transaction that goes first, if {@code changes} would make it run again. */
    void giveWay(List<Change> changes) {
        Pass pass = first;
        if (pass != null
                && !changes.isEmpty()
                && pass.holder != Thread.currentThread()
                && pass.reads.areTouchedBy(changes)) {
            isInTime(() -> pass.ended.await(patience, TimeUnit.NANOSECONDS));
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
