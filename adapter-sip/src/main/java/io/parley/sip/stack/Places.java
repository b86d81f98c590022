package io.parley.sip.stack;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many there are of something, in all and of one sender, with a bound on both. Used by all threads. */
final class Places {

    private final int most;
    private final int mostOfOne;
    private final Map<Sender, Integer> ofSender = new HashMap<>();
    private int taken;

    Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Whether there is room for one more of {@code sender}, or of nobody in particular. */
    synchronized boolean hasRoom(@Nullable Sender sender) {
        return taken < most && (sender == null || ofSender.getOrDefault(sender, 0) < mostOfOne);
    }

    /** Takes a place, whether or not there is room. */
    synchronized void take(@Nullable Sender sender) {
        taken++;
        if (sender != null) {
            ofSender.merge(sender, 1, Integer::sum);
        }
    }

    /** Takes a place if there is room. */
    synchronized boolean tryTake(@Nullable Sender sender) {
        if (!hasRoom(sender)) {
            return false;
        }
        take(sender);
        return true;
    }

    /** Gives a place back. */
    synchronized void leave(@Nullable Sender sender) {
        taken--;
        if (sender != null) {
            ofSender.computeIfPresent(sender, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized int taken() {
        return taken;
    }
}
