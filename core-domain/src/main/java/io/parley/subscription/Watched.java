package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.conference.Snapshot;
import java.util.Optional;

/**
 * A state of a conference as somebody follows it. A sidebar is followed together with its main conference: who wants to be unknown there is
 * unknown in it as well.
 *
 * @param conference the state
 * @param main that of the main conference; present for a sidebar whose main conference is there
 */
public record Watched(Conference conference, Optional<Conference> main) {

    /** The state of {@code conference}, which stands in {@code snapshot}. */
    public static Watched in(Snapshot snapshot, Conference conference) {
        return new Watched(
                conference,
                conference.kind().isSidebar() ? conference.parent().flatMap(snapshot::find) : Optional.empty());
    }

    /** The state of something that is no sidebar. */
    public static Watched of(Conference conference) {
        if (conference.kind().isSidebar()) {
            throw new IllegalArgumentException(conference.id() + " is a sidebar and is not followed without its main");
        }
        return new Watched(conference, Optional.empty());
    }

    /** Whether everybody in it may be seen as he is. */
    boolean hidesNobody() {
        return conference.attendance().pseudonyms().isEmpty()
                && main.map(known -> known.attendance().pseudonyms().isEmpty()).orElse(true);
    }
}
