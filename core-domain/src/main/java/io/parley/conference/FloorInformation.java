package io.parley.conference;

import io.parley.document.Datatype;
import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.user.View;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The floors of a conference, and what holds for all of them (RFC 6501 section 4.5).
 *
 * @param element the {@code floor-information} element
 */
public record FloorInformation(Element element) implements View {

    /** The number of the conference in BFCP (section 4.5.1). */
    public Optional<BigInteger> conferenceId() {
        return text(Xcon.CONFERENCE_ID)
                .filter(text -> Datatype.UNSIGNED_LONG.refusal(text).isEmpty())
                .map(BigInteger::new);
    }

    /** Whether the events of floors may be subscribed to (section 4.5.2); they may not where nothing is said. */
    public boolean allowsEvents() {
        return flag(Xcon.ALLOW_FLOOR_EVENTS).orElse(false);
    }

    /** What becomes of a request for a floor, a word of {@link FloorRequestHandling} (section 4.5.3). */
    public Optional<String> requestHandling() {
        return text(Xcon.FLOOR_REQUEST_HANDLING);
    }

    /** The floors (section 4.5.4). */
    public List<Floor> floors() {
        return entries(Floor::new, Xcon.CONFERENCE_FLOOR_POLICY, Xcon.FLOOR);
    }

    /** The floor of that identifier. */
    public Optional<Floor> floor(String id) {
        return element.child(Xcon.CONFERENCE_FLOOR_POLICY)
                .flatMap(policy -> policy.entry(Xcon.FLOOR, id))
                .map(Floor::new);
    }
}
