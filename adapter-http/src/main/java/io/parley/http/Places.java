package io.parley.http;

import io.parley.http.Connections.Admission;
import java.util.HashMap;
import java.util.Map;

/**
 * Places of those who keep the seat of their connection whoever else wants in: streams of events until they end by themselves, handshakes
 * until the server has done its part. So they are bounded on their own, and half of the seats, in all and of each sender, are always left
 * to others.
 *
 * <p>Used by any number of threads.
 */
final class Places {

    private final int places;
    private final int placesOfOne;
    private final Map<Sender, Integer> ofSender = new HashMap<>();
    private int taken;

    /** So many places at most, within half of what {@code bounds} allow. */
    Places(int most, ServerBounds bounds) {
        this.places = Math.min(most, Math.max(1, bounds.connections() / 2));
        this.placesOfOne = Math.max(1, bounds.connectionsOfOne() / 2);
    }

    /** Whether there is a place for one more of {@code sender}; if so, it is taken until it is left. */
    synchronized Admission take(Sender sender) {
        if (taken >= places) {
            return Admission.NO_ROOM;
        }
        if (ofSender.getOrDefault(sender, 0) >= placesOfOne) {
            return Admission.TOO_MANY_OF_ONE;
        }
        taken++;
        ofSender.merge(sender, 1, Integer::sum);
        return Admission.SERVED;
    }

    /** Leaves a place that {@code sender} has taken. */
    synchronized void leave(Sender sender) {
        taken--;
        ofSender.computeIfPresent(sender, (who, count) -> count == 1 ? null : count - 1);
    }
}
