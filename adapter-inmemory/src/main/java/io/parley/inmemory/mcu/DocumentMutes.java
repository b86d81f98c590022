package io.parley.inmemory.mcu;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pUser;
import io.parley.c3p.MediaFilter;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.Participant;
import io.parley.focus.Seat;
import io.parley.mcu.McuState;
import io.parley.ports.in.FocusService.McuId;
import io.parley.sdp.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who was muted in the document of a conference, by CCMP for instance. A stream that is silent there though its MCU has not told so is muted,
 * and one that is not though its MCU has told so is no more. That can be seen only in a document to which all reports of the MCU have come.
 */
final class DocumentMutes {

    private DocumentMutes() {}

    /** {@code state} of {@code mcu}, whose last report has that {@code version}, with what {@code conference} says of those users. */
    static McuState followed(McuState state, Conference conference, McuId mcu, long version, Set<String> users) {
        Optional<FocusInstance> instance = conference.focus().flatMap(Focus::instance);
        Optional<Mcu> copy = instance.flatMap(live -> live.mcus().get(mcu.type()))
                .filter(known -> known.incarnation() == mcu.incarnation() && known.version() == version);
        McuState followed = state;
        for (String key : copy.isPresent() ? users : Set.<String>of()) {
            Optional<C3pUser> user = state.users().get(key);
            Optional<Element> shown = copy.get()
                    .identities()
                    .get(key)
                    .flatMap(instance.get()::participant)
                    .flatMap(participant -> endpoint(conference, participant, new Seat(mcu.type(), key)));
            if (user.isPresent() && shown.isPresent()) {
                followed = followed.with(user.get()
                        .withEndpoints(user.get().endpoints().stream()
                                .map(endpoint -> muted(endpoint, shown.get()))
                                .toList()));
            }
        }
        return followed;
    }

    private static Optional<Element> endpoint(Conference conference, Participant participant, Seat seat) {
        return conference
                .document()
                .child(Info.USERS)
                .flatMap(users -> users.entry(Info.USER, participant.id().toString()))
                .flatMap(user -> participant.seats().get(seat).flatMap(entity -> user.entry(Info.ENDPOINT, entity)));
    }

    private static C3pEndpoint muted(C3pEndpoint endpoint, Element shown) {
        List<C3pMedia> media = new ArrayList<>();
        for (C3pMedia told : endpoint.media()) {
            Optional<Boolean> wanted = told.id()
                    .flatMap(id -> shown.entry(Info.MEDIA, id))
                    .flatMap(it -> it.childText(Info.STATUS))
                    .map(DocumentMutes::isSilent);
            boolean agrees = wanted.isEmpty()
                    || told.status().map(DocumentMutes::isSilent).equals(wanted);
            media.add(agrees ? told : told.withIngressFilter(wanted.get() ? MediaFilter.BLOCK : MediaFilter.UNBLOCK));
        }
        return endpoint.withMedia(media);
    }

    private static boolean isSilent(String status) {
        return Direction.parse(status).filter(way -> !way.sends()).isPresent();
    }
}
