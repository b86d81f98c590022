package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.user.Draft;
import java.util.function.UnaryOperator;

/**
 * What a builder can say of the floors of a conference (RFC 6501 section 4.5).
 *
 * @param <B> the builder
 */
public interface FloorPart<B> extends Draft {

    /** Changes the {@code floor-information} element in a way that has no name here. */
    B floorInformation(UnaryOperator<Element> change);

    /** Whether the events of floors may be subscribed to. */
    default B allowFloorEvents(boolean may) {
        return floorInformation(floors -> floors.with(Xcon.ALLOW_FLOOR_EVENTS, Boolean.toString(may)));
    }

    /** What becomes of a request for a floor, a word of {@link FloorRequestHandling}. */
    default B floorRequestHandling(String word) {
        return floorInformation(floors -> floors.with(Xcon.FLOOR_REQUEST_HANDLING, word));
    }

    /** Adds a floor, or in an update what changes of it. */
    default B floor(FloorBuilder floor) {
        return floorInformation(
                floors -> Draft.within(floors, Xcon.CONFERENCE_FLOOR_POLICY, policy -> policy.with(floor.build())));
    }
}
