package io.parley.engine;

import io.parley.authorization.Requester;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.focus.Participant;
import io.parley.ports.out.OutPorts;
import io.parley.privacy.Sights;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.Profile;
import io.parley.subscription.Watched;
import io.parley.user.RegisteredUser;
import java.util.Optional;

/** Answers {@code getConference}: all that a new subscription would be told (MS-CONFBAS section 3.12). */
final class ConferenceReader {

    private final OutPorts ports;
    private final Composer composer;

    ConferenceReader(OutPorts ports, Sights sights) {
        this.ports = ports;
        this.composer = new Composer(sights);
    }

    /** The answer to the participant whose dialog that is. */
    C3pResponse read(Conference conference, DialogId dialog, C3pRequest request) {
        return ports.store().transact(snapshot -> {
            Optional<Conference> now = snapshot.find(conference.id());
            Optional<Participant> reader = now.flatMap(FocusEngine::instance).flatMap(instance -> instance.of(dialog));
            Optional<RegisteredUser> user =
                    reader.flatMap(participant -> ports.users().registered(participant.id()));
            return Outcome.unchanged(user.map(known -> C3pResponse.success(
                            request, new Answer.OfConference(all(Watched.in(snapshot, now.orElseThrow()), known))))
                    .orElseGet(() -> C3pResponse.failure(request, Reason.CONFERENCE_DOESNT_EXIST)));
        });
    }

    private Element all(Watched state, RegisteredUser reader) {
        Audience audience = Audience.of(composer.sights(), state, new Requester(reader, true), Profile.C3P);
        return composer.full(state, audience);
    }
}
