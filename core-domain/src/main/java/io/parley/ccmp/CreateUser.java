package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.authorization.Admission;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Optional;

/**
 * {@code userRequest/create} (RFC 6503 section 5.3.6): the sender joins, or adds somebody else. Joining is a matter of the conference's
 * rules of admission, adding somebody one of the policy.
 */
final class CreateUser implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.CONFERENCES.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        if (deliberation.isFirstJoin()) {
            deliberation.address(deliberation.requester().id());
        } else if (deliberation.newcomer().isPresent()) {
            deliberation.address(deliberation.newcomer().get().id());
        } else {
            UserRequests.address(deliberation);
        }
        return isJoin(deliberation) ? admission(deliberation) : addition(deliberation);
    }

    private static boolean isJoin(Deliberation deliberation) {
        return UserRequests.named(deliberation).isEmpty()
                && deliberation.subject().equals(deliberation.requester().id());
    }

    private static Optional<Rejection> admission(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return switch (Admission.of(deliberation.requester(), conference)) {
            case ADMITTED -> Optional.empty();
            case PENDING ->
                Optional.of(new Rejection(
                        ResponseCode.NOT_IMPLEMENTED, "this server does not offer joins that wait for an admission"));
            case AUTHENTICATION_REQUIRED ->
                Optional.of(new Rejection(
                        ResponseCode.AUTHENTICATION_REQUIRED, conference.id() + " admits who proves who he is"));
            case LOCKED -> locked(conference);
            case REFUSED ->
                Optional.of(new Rejection(
                        ResponseCode.UNAUTHORIZED,
                        conference.id() + " does not admit "
                                + deliberation.requester().id()));
        };
    }

    private static Optional<Rejection> addition(Deliberation deliberation) {
        return deliberation
                .ask(Action.ADD_USER, ResponseCode.UNAUTHORIZED)
                .or(() -> Admission.isLocked(deliberation.found()) ? locked(deliberation.found()) : Optional.empty());
    }

    private static Optional<Rejection> locked(Conference conference) {
        return Optional.of(new Rejection(ResponseCode.UNAUTHORIZED, conference.id() + " is locked"));
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Element own = record(deliberation, deliberation.requester().id());
        if (deliberation.request().body().info().isEmpty()) {
            return Drafts.draft(deliberation, Drafts.withUser(conference.document(), own));
        }
        Optional<Rejection> unreadable = Drafts.read(deliberation, conference.id());
        if (unreadable.isPresent()) {
            return unreadable;
        }
        Element given = deliberation.given().element();
        if (deliberation.newcomer().isPresent() && Newcomer.contacts(given).isEmpty()) {
            return Optional.of(Rejection.badRequest(
                    "info:user: who has no XCON-USERID needs an endpoint or an address of record"));
        }
        Element added = Merge.create(record(deliberation, deliberation.subject()), Founding.withoutServerParts(given));
        return RequestDocument.first(Validation.ofDocument(added))
                .or(() -> Drafts.draft(deliberation, Drafts.withUser(conference.document(), added)));
    }

    /** The record that stands already, or a new one with the identifier as it is known. */
    private static Element record(Deliberation deliberation, XconUserId user) {
        return deliberation.found().user(user).orElseGet(() -> {
            XconUserId known = deliberation
                    .surroundings()
                    .users()
                    .registered(user)
                    .map(RegisteredUser::id)
                    .orElse(user);
            return Schema.USER.empty().withAttribute(Attributes.ENTITY, known.toString());
        });
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        boolean known = isJoin(deliberation)
                || deliberation.newcomer().isPresent()
                || deliberation
                        .surroundings()
                        .users()
                        .registered(deliberation.subject())
                        .isPresent()
                || UserRequests.record(deliberation).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(
                        new Rejection(ResponseCode.USER_NOT_FOUND, "no user is known as " + deliberation.subject()));
    }

    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        return Drafts.protectedParts(deliberation, deliberation.standing().steers());
    }

    @Override
    public Optional<Rejection> conflicts(Deliberation deliberation) {
        Conference conference = deliberation.found();
        if (conference.attendance().hasJoined(deliberation.subject())) {
            return Optional.of(new Rejection(
                    ResponseCode.CONFLICT, deliberation.subject() + " is in " + conference.id() + " already"));
        }
        int joined = conference.attendance().size();
        return Drafts.maximum(conference.document())
                .filter(limit -> joined >= limit)
                .map(limit -> new Rejection(
                        ResponseCode.RESOURCES_NOT_AVAILABLE,
                        conference.id() + " has its info:maximum-user-count of " + limit + " users"));
    }

    /** The first participant who joins starts the conference. */
    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Element document = deliberation.draft();
        if (isJoin(deliberation)) {
            Element state = document.child(Info.CONFERENCE_STATE).orElseGet(Schema.CONFERENCE_STATE::empty);
            document = document.with(state.with(Info.ACTIVE, "true"));
        }
        return UserRequests.storing(
                deliberation, conference.next(document, conference.attendance().with(deliberation.subject())));
    }
}
