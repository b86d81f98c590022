package io.parley.c3p.provisioning;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.cloning.CloningTree;
import io.parley.cloning.Sidebars;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.focus.Focus;
import io.parley.identity.XconUri;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code deleteConference}: the conference object is no more, and with it what was provisioned, its sidebars and, if it is running, its
 * instance (MS-CONFBAS section 3.1.4.2). Also what the server does by itself with conferences that have expired.
 */
public final class Deprovisioning {

    private Deprovisioning() {}

    static Outcome<Decided> decide(C3pRequest request, DeleteConference command, FactorySituation situation) {
        Optional<Conference> found = situation.find(command.conferenceKeys());
        if (found.isEmpty()) {
            return Decided.refused(request, Failure.noConference());
        }
        Optional<XconUri> heir = heir(situation.snapshot(), found.get());
        if (heir.isPresent()) {
            return Decided.refused(request, Failure.other(heir.get() + " inherits from it"));
        }
        Element gone = ElementType.foreign(C3pNames.CONFERENCE_INFO)
                .empty()
                .withAttribute(
                        C3pNames.ENTITY,
                        FactorySituation.provisioning(found.get()).uri().toString());
        return Outcome.removing(
                withSidebars(situation.snapshot(), found.get()),
                situation.cause(request.command().name()),
                Decided.of(C3pResponse.success(request, new Answer.OfConference(gone))));
    }

    /** A linked clone, without whose parent it could not be. */
    private static Optional<XconUri> heir(Snapshot snapshot, Conference parent) {
        return new CloningTree(snapshot)
                .linkedTo(parent).stream()
                        .filter(clone -> !clone.kind().isSidebar())
                        .map(Conference::id)
                        .findFirst();
    }

    /** A sidebar does not outlive its main conference: it goes first (RFC 5239 section 9.4). */
    private static List<XconUri> withSidebars(Snapshot snapshot, Conference main) {
        List<XconUri> gone = new ArrayList<>();
        Sidebars.of(snapshot, main.id()).forEach(sidebar -> gone.add(sidebar.id()));
        gone.add(main.id());
        return gone;
    }

    /** Whether {@code conference} is past its {@code expiry-time}, and may be deleted since it is not running. */
    public static boolean isExpired(Conference conference, Instant now) {
        return !conference.info().isActive()
                && conference
                        .focus()
                        .map(Focus::provisioning)
                        .flatMap(provisioning -> provisioning.times().expiry())
                        .filter(expiry -> expiry.isBefore(now))
                        .isPresent();
    }

    /** Deletes a conference that has expired, and tells whether it did; one from which another inherits stays. */
    public static Outcome<Boolean> expire(Snapshot snapshot, XconUri id, Instant now) {
        return snapshot.find(id)
                .filter(conference ->
                        isExpired(conference, now) && heir(snapshot, conference).isEmpty())
                .map(conference -> Outcome.removing(
                        withSidebars(snapshot, conference), new Cause("c3p/expire", Optional.empty(), now), true))
                .orElseGet(() -> Outcome.unchanged(false));
    }
}
