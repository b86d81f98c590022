package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import java.util.Optional;

/** What devices at the focus show of themselves to the watchers, such as that they record (MS-CONFBAS section 3.13). */
public final class Showing {

    private Showing() {}

    /** {@code conference}, in which the device {@code entity} of {@code user} shows {@code endpoint}; empty if there is no such device. */
    public static Optional<Conference> change(Conference conference, XconUserId user, String entity, Element endpoint) {
        Optional<FocusInstance> instance = conference.focus().flatMap(Focus::instance);
        Optional<Participant> participant = instance.flatMap(live -> live.participant(user));
        return participant
                .flatMap(known -> known.endpoints().get(entity))
                .map(device -> conference.next(
                        conference.document(),
                        conference.attendance(),
                        conference
                                .focus()
                                .orElseThrow()
                                .with(instance.orElseThrow()
                                        .with(participant.get().with(device.showing(endpoint))))));
    }
}
