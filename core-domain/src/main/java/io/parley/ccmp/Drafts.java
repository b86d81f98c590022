package io.parley.ccmp;

import io.parley.authorization.ProtectedParts;
import io.parley.cloning.CloningTree;
import io.parley.cloning.Enforcement;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.MediaDirections;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.identity.XconUri;
import java.util.Optional;

/** What the operations that change a document have in common. */
final class Drafts {

    private Drafts() {}

    /** Reads the Info of the request, of a conference that is or will be {@code entity}. */
    static Optional<Rejection> read(Deliberation deliberation, XconUri entity) {
        Element info = deliberation.request().body().info().orElseThrow();
        RequestDocument given = RequestDocument.read(deliberation, info, entity);
        boolean makes = deliberation.row().operation() == Operation.CREATE
                && deliberation.row().message() != Message.USER;
        deliberation.give(
                makes || given.refusal().isPresent()
                        ? given
                        : given.meantBy(deliberation.sight(), BaseVersion.document(deliberation)));
        return deliberation.given().refusal().or(() -> Times.unreadable(deliberation));
    }

    /** Completes {@code document} by what every document has, and takes it for the draft if the data model admits it. */
    static Optional<Rejection> draft(Deliberation deliberation, Element document) {
        Element completed = MediaDirections.statedIn(document);
        deliberation.draft(completed);
        return RequestDocument.first(Validation.ofDocument(completed));
    }

    /**
     * Drafts the conference object addressed after {@code changes} of its document. Changes that rest on an earlier version are merged
     * with what has happened since (RFC 6503 section 4.2); if they cannot be, that is for the check of conflicts to say.
     */
    static Optional<Rejection> update(Deliberation deliberation, Element changes) {
        Conference conference = deliberation.found();
        BaseVersion base = BaseVersion.of(
                conference, deliberation.baseVersion(), changes, deliberation.sight()::withoutUnseenBans);
        base.conflict().ifPresent(deliberation::collide);
        Optional<Rejection> invalid = draft(deliberation, base.merged());
        return base.conflict().isPresent() ? Optional.empty() : invalid;
    }

    /** Refuses a draft that touches what the requester may not set; {@code steers} if he may set what moderators may. */
    static Optional<Rejection> protectedParts(Deliberation deliberation, boolean steers) {
        Conference conference = deliberation.found();
        Element activatable = activatable(conference, deliberation.draft());
        Element before = steers ? Waiting.admitting(conference, activatable, deliberation.draft()) : activatable;
        return FocusUri.isKept(conference, deliberation.draft())
                .or(() -> ProtectedParts.touched(before, deliberation.draft(), steers))
                .or(() -> deliberation.sight().unveiled(deliberation.draft()))
                .or(() -> enforced(deliberation))
                .map(finding -> new Rejection(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, finding.toString()));
    }

    /** What of the draft contradicts a linked parent, or takes away what linked clones inherit by enforcement. */
    static Optional<Finding> enforced(Deliberation deliberation) {
        Conference conference = deliberation.found();
        CloningTree tree = new CloningTree(deliberation.snapshot());
        Element draft = deliberation.draft();
        return tree.contradiction(conference, draft)
                .or(() -> tree.linkedTo(conference).isEmpty()
                        ? Optional.empty()
                        : Enforcement.removed(conference.document(), draft));
    }

    /** Who steers a conference may start it: {@code active} belongs to the server only while it is true. A blueprint never runs. */
    private static Element activatable(Conference conference, Element after) {
        Element before = conference.document();
        boolean starts = conference.kind() != Kind.BLUEPRINT && !isActive(before) && isActive(after);
        if (!starts) {
            return before;
        }
        Element state = before.child(Info.CONFERENCE_STATE).orElseGet(Schema.CONFERENCE_STATE::empty);
        return before.with(state.with(Info.ACTIVE, "true"));
    }

    private static boolean isActive(Element document) {
        return document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)
                .filter("true"::equals)
                .isPresent();
    }

    /** Refuses a draft that collides with what has happened since its base version, or that the current state does not allow. */
    static Optional<Rejection> conflicts(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Optional<Rejection> collision =
                deliberation.collision().map(reason -> new Rejection(ResponseCode.CONFLICT, reason));
        if (collision.isPresent()) {
            return collision;
        }
        int joined = conference.attendance().size();
        int admitted = Waiting.admitted(conference, deliberation.draft()).size();
        if (admitted > 0
                && maximum(deliberation.draft())
                        .filter(limit -> joined + admitted > limit)
                        .isPresent()) {
            return Optional.of(full(conference));
        }
        return maximum(deliberation.draft())
                .filter(limit -> limit < joined
                        && !maximum(conference.document()).filter(limit::equals).isPresent())
                .map(limit -> new Rejection(
                        ResponseCode.CONFLICT,
                        "info:maximum-user-count cannot be " + limit + " while more users are in " + conference.id()));
    }

    /** The refusal of one more user. */
    static Rejection full(Conference conference) {
        return new Rejection(
                ResponseCode.RESOURCES_NOT_AVAILABLE,
                conference.id() + " has its info:maximum-user-count of "
                        + maximum(conference.document())
                                .map(limit -> limit.toString())
                                .orElse("") + " users");
    }

    /** How many users may be in a conference with this document, if it says so. */
    static Optional<Integer> maximum(Element document) {
        return document.textAt(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT)
                .map(Integer::valueOf);
    }

    /** The record of {@code user} in {@code document}. */
    static Optional<Element> user(Element document, String user) {
        return document.child(Info.USERS).flatMap(users -> users.entry(Info.USER, user));
    }

    /** {@code document} with {@code user} in its roster, in place of the record with the same entity. */
    static Element withUser(Element document, Element user) {
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        return document.with(users.with(user));
    }

    /** The entity that the Info of the request names. */
    static String entity(Element info) {
        return info.attribute(Attributes.ENTITY).orElse("");
    }
}
