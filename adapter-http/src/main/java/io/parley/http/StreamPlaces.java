package io.parley.http;

import io.parley.http.Connections.Admission;
import java.util.HashMap;
import java.util.Map;

/**
 * The places of event streams. A stream keeps its place, and the seat of its connection, until it ends by itself; so they are
 * bounded on their own, and half of the seats, in all and of each sender, are always left to requests that end.
 *
 * <p>Used by any number of threads.
 */
final class StreamPlaces {

    private final int places;
    private final int placesOfOne;
    private final Map<Sender, Integer> ofSender = new HashMap<>();
    private int taken;

    /** So many places at most, within what {@code bounds} leave to streams. */
    StreamPlaces(int most, ServerBounds bounds) {
        this.places = Math.min(most, Math.max(1, bounds.connections() / 2));
        this.placesOfOne = Math.max(1, bounds.connectionsOfOne() / 2);
    }

    /** Whether there is a place for one stream more of {@code sender}; if so, it is taken until it is left. */
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
