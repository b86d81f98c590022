package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.conference.Tally;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.identity.XconUri;
import java.util.Optional;

/** Whether there is room for what a request asks for (RFC 6503 section 5.4, code 511). */
final class Capacity {

    private Capacity() {}

    /** For one more conference, of the requester. */
    static Optional<Rejection> forConference(Deliberation deliberation) {
        Limits limits = limits(deliberation);
        Tally own = new Tally.ConferencesOf(deliberation.requester().id());
        if (isReached(deliberation, new Tally.Conferences(), limits.conferences())) {
            return exceeded("the system has its " + limits.conferences() + " conferences");
        }
        return isReached(deliberation, own, limits.conferencesPerOwner())
                ? exceeded(deliberation.requester().id() + " has his " + limits.conferencesPerOwner() + " conferences")
                : Optional.empty();
    }

    /** For one more sidebar of {@code main}. */
    static Optional<Rejection> forSidebar(Deliberation deliberation, XconUri main) {
        int limit = limits(deliberation).sidebars();
        return isReached(deliberation, new Tally.SidebarsOf(main), limit)
                ? exceeded(main + " has its " + limit + " sidebars")
                : Optional.empty();
    }

    /** For the user addressed in {@code conference}, where he is not yet. */
    static Optional<Rejection> forUser(Deliberation deliberation, Conference conference) {
        int joined = conference.attendance().size();
        Optional<Integer> own = Drafts.maximum(conference.document());
        if (own.isPresent()) {
            if (joined >= own.get()) {
                return Optional.of(Drafts.full(conference));
            }
        } else if (joined >= limits(deliberation).participants()) {
            return exceeded(conference.id() + " has the " + limits(deliberation).participants()
                    + " users that a conference may have");
        }
        int users = limits(deliberation).users();
        boolean isNew =
                users != Limits.NONE && !deliberation.snapshot().reaches(new Tally.JoinedBy(deliberation.subject()), 1);
        return isNew && isReached(deliberation, new Tally.Participants(), users)
                ? exceeded("the system has its " + users + " users")
                : Optional.empty();
    }

    /** For as many users as a request wants a conference to have (RFC 5239 section 5). Blueprints are for administrators to make. */
    static Optional<Rejection> forMaximum(Deliberation deliberation) {
        int limit = limits(deliberation).participants();
        return deliberation
                .request()
                .body()
                .info()
                .filter(info -> deliberation.request().message() != Message.BLUEPRINT)
                .flatMap(Drafts::maximum)
                .filter(most -> most > limit)
                .flatMap(most -> exceeded(
                        "info:maximum-user-count cannot be " + most + ": a conference may have " + limit + " users"));
    }

    /** For a document that is to be; one that was too large before may shrink. */
    static Optional<Rejection> forDocument(Deliberation deliberation, Element document) {
        long limit = limits(deliberation).documentSize();
        long size = document.weight();
        if (size <= limit) {
            return Optional.empty();
        }
        Optional<String> entity = document.attribute(Attributes.ENTITY);
        long before = deliberation
                .foundIfAny()
                .map(Conference::document)
                .filter(standing -> standing.attribute(Attributes.ENTITY).equals(entity))
                .map(Element::weight)
                .orElse(0L);
        return size > before
                ? exceeded("the document of " + entity.orElse("the conference") + " would have " + size
                        + " characters, at most " + limit + " are kept")
                : Optional.empty();
    }

    private static Limits limits(Deliberation deliberation) {
        return deliberation.surroundings().settings().limits();
    }

    /** A limit that there is not is not asked about, so that nothing depends on the answer. */
    private static boolean isReached(Deliberation deliberation, Tally tally, int limit) {
        return limit != Limits.NONE && deliberation.snapshot().reaches(tally, limit);
    }

    private static Optional<Rejection> exceeded(String reason) {
        return Optional.of(new Rejection(ResponseCode.RESOURCES_NOT_AVAILABLE, reason));
    }
}
