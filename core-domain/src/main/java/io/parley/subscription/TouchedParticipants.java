package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** Of whom the focus knows something else in two states of a conference. Costs in proportion to what differs. */
final class TouchedParticipants {

    private TouchedParticipants() {}

    static Set<XconUserId> between(Conference before, Conference after) {
        Set<XconUserId> touched = new LinkedHashSet<>();
        participants(before).differences(participants(after), (id, was, is) -> touched.add(id));
        return touched;
    }

    private static PersistentMap<XconUserId, Participant> participants(Conference conference) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .map(FocusInstance::participants)
                .orElseGet(PersistentMap::empty);
    }
}
