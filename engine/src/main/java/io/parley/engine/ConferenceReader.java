package io.parley.engine;

import io.parley.authorization.Requester;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.FilterRules;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.Provisioning;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.OutPorts;
import io.parley.privacy.Sights;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.Profile;
import io.parley.subscription.Watched;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads of a conference what its participants may know of it. The answer to {@code getConference} is all that a new subscription would be told, and
 * what goes out encrypted only, for the certificate that was sent (MS-CONFBAS section 3.12).
 */
final class ConferenceReader {

    private final OutPorts ports;
    private final Composer composer;
    private final RosterFeed feed;
    private final Sealing sealing;

    ConferenceReader(OutPorts ports, Sights sights, RosterFeed feed, Sealing sealing) {
        this.ports = ports;
        this.composer = new Composer(sights);
        this.feed = feed;
        this.sealing = sealing;
    }

    /**
     * What is told.
     *
     * @param document the roster
     * @param secrets what goes into envelopes
     */
    private record Told(Element document, Provisioning.Secrets secrets) {}

    /** The answer to the participant whose dialog that is. */
    C3pResponse read(Conference conference, DialogId dialog, C3pRequest request) {
        Optional<Told> told = ports.store()
                .transact(snapshot ->
                        Outcome.unchanged(snapshot.find(conference.id()).flatMap(now -> told(snapshot, now, dialog))));
        if (told.isEmpty()) {
            return C3pResponse.failure(request, Reason.CONFERENCE_DOESNT_EXIST, new Answer.Nothing());
        }
        C3pResponse roster = C3pResponse.success(
                request,
                new Answer.OfConference(numbered(told.get().document(), feed.version(conference.id(), dialog))));
        Optional<String> certificate =
                request.command() instanceof GetConference get ? get.certificate() : Optional.empty();
        return certificate.isEmpty()
                ? roster
                : sealing.seal(told.get().secrets(), certificate.get())
                        .map(secrets -> secrets.in(roster))
                        .orElseGet(() ->
                                C3pResponse.failure(request, Reason.INVALID_ENCRYPTION_KEY, new Answer.Nothing()));
    }

    private Optional<Told> told(Snapshot snapshot, Conference now, DialogId dialog) {
        return reader(now, dialog)
                .map(reader -> new Told(
                        all(snapshot, Watched.in(snapshot, now), reader),
                        now.focus().map(Focus::provisioning).orElseThrow().secrets()));
    }

    /** Whose dialog that is, as far as he proved it when he joined by it. */
    private Optional<Requester> reader(Conference now, DialogId dialog) {
        Optional<FocusInstance> instance = FocusEngine.instance(now);
        boolean authenticated = instance.flatMap(live -> live.endpoint(dialog))
                .filter(FocusEndpoint::authenticated)
                .isPresent();
        return instance.flatMap(live -> live.of(dialog))
                .flatMap(participant -> ports.users().registered(participant.id()))
                .map(user -> new Requester(user, authenticated));
    }

    private Element all(Snapshot snapshot, Watched state, Requester reader) {
        return composer.full(state, Audience.of(composer.sights(), snapshot, state, reader, Profile.C3P));
    }

    /** The document with the number of the last one that the reader's own subscription was told, if he has one. */
    private static Element numbered(Element document, OptionalLong version) {
        return version.isPresent() ? Composer.stamped(document, version.getAsLong()) : document;
    }

    /** Whether participants of that role may lift the blocks of their own media at {@code mcu}, as far as that has told. */
    boolean mayModifyOwnFilters(Conference conference, Optional<McuId> mcu, boolean presenter) {
        C3pRole role = presenter ? C3pRole.PRESENTER : C3pRole.ATTENDEE;
        return mcu.flatMap(id -> FocusEngine.instance(conference)
                        .flatMap(instance -> instance.mcus().get(id.type())))
                .flatMap(Mcu::view)
                .map(view -> new FilterRules(view).mayModifyOwnFilters(role))
                .orElseGet(() -> FilterRules.unsaid(role));
    }
}
