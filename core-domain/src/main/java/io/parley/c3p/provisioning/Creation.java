package io.parley.c3p.provisioning;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.FactoryCommand.AddConference;
import io.parley.c3p.Reason;
import io.parley.ccmp.Limits;
import io.parley.conference.Conference;
import io.parley.conference.History;
import io.parley.conference.Kind;
import io.parley.conference.Outcome;
import io.parley.conference.Tally;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Validation;
import io.parley.focus.Focus;
import io.parley.focus.Provisioning;
import io.parley.identity.XconUri;
import java.util.Optional;

/** {@code addConference}: a reservation that belongs to the organizer. Identifiers that differ in case only are the same. */
final class Creation {

    private static final int SHORTEST_ID = 8;
    private static final int LONGEST_ID = 32;

    private Creation() {}

    static Outcome<Decided> decide(C3pRequest request, AddConference command, FactorySituation situation) {
        Wanted wanted = new Wanted(command.conferenceInfo());
        Optional<Failure> fault = WantedFaults.ofNew(wanted, situation);
        if (fault.isPresent()) {
            return Decided.refused(request, fault.get());
        }
        String conferenceId =
                wanted.conferenceId().orElseGet(() -> assigned(situation.fresh().token()));
        Optional<XconUri> id = situation.organizer().conference(conferenceId);
        if (id.isEmpty()) {
            return Decided.refused(
                    request,
                    Failure.other("no XCON-URI can be made of "
                            + situation.organizer().uri()));
        }
        Optional<Failure> conflict = taken(wanted, id.get(), situation).or(() -> exceeded(situation));
        return conflict.isPresent()
                ? Decided.refused(request, conflict.get())
                : founded(request, wanted, id.get(), conferenceId, situation);
    }

    /** An identifier of the form that clients use, made of one that never repeats. */
    private static String assigned(String token) {
        String id = token.replaceAll("[^A-Za-z0-9]", "");
        return id.length() > LONGEST_ID
                ? id.substring(id.length() - LONGEST_ID)
                : "0".repeat(Math.max(0, SHORTEST_ID - id.length())) + id;
    }

    private static Optional<Failure> taken(Wanted wanted, XconUri id, FactorySituation situation) {
        if (situation.isTaken(id)) {
            return Optional.of(
                    new Failure(Reason.CONFERENCE_EXISTS_ALREADY, "a conference of that conference-id exists already"));
        }
        return wanted.isStatic() && situation.staticConference().isPresent()
                ? Optional.of(new Failure(
                        Reason.CONFERENCE_EXISTS_ALREADY, "the organizer has his one static conference already"))
                : Optional.empty();
    }

    private static Optional<Failure> exceeded(FactorySituation situation) {
        Limits limits = situation.rules().limits();
        Tally own = new Tally.ConferencesOf(situation.organizer().id());
        if (isReached(situation, new Tally.Conferences(), limits.conferences())) {
            return exceeded("the system has its " + limits.conferences() + " conferences");
        }
        return isReached(situation, own, limits.conferencesPerOwner())
                ? exceeded("the organizer has his " + limits.conferencesPerOwner() + " conferences")
                : Optional.empty();
    }

    private static Optional<Failure> exceeded(String words) {
        return Optional.of(new Failure(Reason.MAX_CONFERENCES_EXCEEDED, words));
    }

    /** A limit that there is not is not asked about, so that nothing depends on the answer. */
    private static boolean isReached(FactorySituation situation, Tally tally, int limit) {
        return limit != Limits.NONE && situation.snapshot().reaches(tally, limit);
    }

    private static Outcome<Decided> founded(
            C3pRequest request, Wanted wanted, XconUri id, String conferenceId, FactorySituation situation) {
        Provisioning provisioning = Making.first(wanted, situation, conferenceId);
        Element document = CommonDocument.founded(id, wanted, provisioning, situation.organizer());
        Optional<Failure> broken = broken(document, situation);
        if (broken.isPresent()) {
            return Decided.refused(request, broken.get());
        }
        Conference founded = Conference.founded(Kind.RESERVATION, document)
                .withOwner(situation.organizer().id())
                .withHistory(History.upTo(situation.rules().limits().history()))
                .withFocus(Focus.of(provisioning));
        Answer answer = new Answer.OfConference(ProvisionedInfo.of(founded, situation.organizer()));
        return Outcome.storing(
                founded, situation.cause(request.command().name()), Decided.of(C3pResponse.success(request, answer)));
    }

    /** What in a document breaks the data model, or that it is too large. */
    static Optional<Failure> broken(Element document, FactorySituation situation) {
        long most = situation.rules().limits().documentSize();
        if (document.weight() > most) {
            return Optional.of(Failure.other(
                    "the document would have " + document.weight() + " characters, at most " + most + " are kept"));
        }
        return Validation.ofDocument(document).stream()
                .findFirst()
                .map(Finding::toString)
                .map(Failure::other);
    }
}
