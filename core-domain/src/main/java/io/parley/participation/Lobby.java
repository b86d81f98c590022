package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import java.util.Map;
import java.util.Optional;

/** Who waits in the lobby, and is admitted or denied (MS-CONFBAS section 3.14). */
public final class Lobby {

    private Lobby() {}

    /** What becomes of one user; the words are those of the schema. */
    public enum Status {
        /** Done. */
        SUCCESS("success"),
        /** There is no room for one more. */
        CONFERENCE_FULL("conferenceFull"),
        /** He is not there. */
        USER_DOESNT_EXIST("userDoesntExist"),
        /** He has been admitted already. */
        ALREADY_GRANTED("alreadyGranted");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }
    }

    /**
     * What comes of it.
     *
     * @param conference the state then; the same as before unless the status is {@link Status#SUCCESS}
     * @param status what became of him
     */
    public record Access(Conference conference, Status status) {}

    /** Admits {@code user}, or denies him and so ends his dialogs. */
    public static Access decide(Conference conference, XconUserId user, boolean granted, FocusSettings settings) {
        if (conference.attendance().hasJoined(user)) {
            return new Access(conference, Status.ALREADY_GRANTED);
        }
        if (!conference.attendance().isPending(user)) {
            return new Access(conference, Status.USER_DOESNT_EXIST);
        }
        if (!granted) {
            return new Access(Leaving.user(conference, user).orElseThrow(), Status.SUCCESS);
        }
        int most = conference
                .document()
                .textAt(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT)
                .map(Integer::valueOf)
                .orElse(settings.participants());
        return conference.attendance().size() >= most
                ? new Access(conference, Status.CONFERENCE_FULL)
                : new Access(admitted(conference, user), Status.SUCCESS);
    }

    /** {@code conference}, in which {@code user} waits no longer. */
    static Conference admitted(Conference conference, XconUserId user) {
        Element document = Records.with(conference.document(), user, Lobby::connected);
        Optional<Focus> focus = conference.focus();
        Optional<Participant> participant =
                focus.flatMap(Focus::instance).flatMap(instance -> instance.participant(user));
        if (participant.isEmpty()) {
            return conference.next(document, conference.attendance().with(user));
        }
        FocusInstance instance = focus.get().instance().orElseThrow();
        return conference.next(
                document,
                conference.attendance().with(user),
                focus.get().with(instance.with(connected(participant.get()))));
    }

    private static Participant connected(Participant waiting) {
        Participant connected = waiting;
        for (Map.Entry<String, FocusEndpoint> entry : waiting.endpoints()) {
            connected = connected.with(entry.getValue().connected());
        }
        return connected;
    }

    private static Element connected(Element record) {
        Element connected = record;
        for (Endpoint endpoint : new User(record).endpoints()) {
            boolean waits = endpoint.status()
                    .filter(status -> status.equals(EndpointStatus.ON_HOLD) || status.equals(EndpointStatus.PENDING))
                    .isPresent();
            connected = waits ? Records.withStatus(connected, endpoint.entity(), EndpointStatus.CONNECTED) : connected;
        }
        return connected;
    }
}
