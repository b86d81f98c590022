package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import io.parley.roster.InfoNames;
import java.util.List;
import java.util.Optional;

/** What devices at the focus show of themselves to the watchers, such as that they record (MS-CONFBAS section 3.13). */
public final class Showing {

    private static final List<Name> FOUND = List.of(InfoNames.msci("epid"), InfoNames.msci("sip-instance"));

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
                                        .with(participant
                                                .get()
                                                .with(device.showing(keeping(endpoint, device.asked())))))));
    }

    /** {@code endpoint}, of which what the focus found out when it came is as it was, whatever a client says of it now. */
    private static Element keeping(Element endpoint, Optional<Element> before) {
        Element kept = endpoint.without(InfoNames.ACCESS_METHOD);
        for (Name found : FOUND) {
            Optional<String> was = before.flatMap(known -> known.attribute(found));
            kept = was.isPresent() ? kept.withAttribute(found, was.get()) : kept.withoutAttribute(found);
        }
        return before.flatMap(known -> known.child(InfoNames.ACCESS_METHOD))
                .map(kept::with)
                .orElse(kept);
    }
}
