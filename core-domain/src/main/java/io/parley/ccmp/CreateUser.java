package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.authorization.Admission;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.Verification;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * {@code userRequest/create} (RFC 6503 section 5.3.6): the sender joins, or adds somebody else. Joining is a matter of the conference's
 * rules of admission, adding somebody one of the policy.
 */
final class CreateUser implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        if (deliberation.isFirstJoin()) {
            deliberation.addressOneself(deliberation.requester().id());
        } else if (deliberation.newcomer().isPresent()) {
            deliberation.addressOneself(deliberation.newcomer().get().id());
        } else {
            UserRequests.address(deliberation);
        }
        Optional<Rejection> refusal = isJoin(deliberation)
                ? admission(deliberation).or(() -> Times.closed(deliberation))
                : addition(deliberation);
        return refusal.or(() -> InternalSidebar.outsider(deliberation, ResponseCode.UNAUTHORIZED));
    }

    /** Whether the sender joins, and waits until somebody admits him. */
    private static boolean isToWait(Deliberation deliberation) {
        return isJoin(deliberation)
                && Admission.of(deliberation.requester(), deliberation.found()) == Admission.Verdict.PENDING;
    }

    private static boolean isJoin(Deliberation deliberation) {
        return UserRequests.named(deliberation).isEmpty()
                && deliberation.subject().equals(deliberation.requester().id());
    }

    private static Optional<Rejection> admission(Deliberation deliberation) {
        Conference conference = deliberation.found();
        XconUserId own = deliberation.requester().id();
        if (conference.attendance().pseudonyms().meaning(own).isPresent()) {
            return Optional.of(new Rejection(
                    ResponseCode.UNAUTHORIZED, own + " is how " + conference.id() + " calls somebody else"));
        }
        return switch (Admission.of(deliberation.requester(), conference)) {
            case ADMITTED, PENDING -> Optional.empty();
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
        Element own =
                UserRequests.recordOf(deliberation, deliberation.requester().id());
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
        Element added = Merge.create(
                UserRequests.recordOf(deliberation, deliberation.subject()), Founding.withoutServerParts(given));
        return RequestDocument.first(Validation.ofDocument(added))
                .or(() -> Drafts.draft(deliberation, Drafts.withUser(conference.document(), added)));
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
                    ResponseCode.CONFLICT, deliberation.named() + " is in " + conference.id() + " already"));
        }
        if (isJoin(deliberation) && conference.attendance().isPending(deliberation.subject())) {
            return Optional.of(new Rejection(
                    ResponseCode.CONFLICT,
                    deliberation.named() + " waits to be admitted to " + conference.id() + " already"));
        }
        return Capacity.forUser(deliberation, conference);
    }

    /** The first participant who joins starts the conference; who waits does not. */
    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference conference = deliberation.found();
        XconUserId user = deliberation.subject();
        if (isToWait(deliberation)) {
            return UserRequests.storing(
                    deliberation,
                    conference.next(
                            withRecord(deliberation, record -> Waiting.begun(record, contacts(deliberation))),
                            conference.attendance().withPending(user)));
        }
        Element document = withRecord(
                deliberation, conference.attendance().isPending(user) ? Waiting::ended : UnaryOperator.identity());
        if (isJoin(deliberation)) {
            Element state = document.child(Info.CONFERENCE_STATE).orElseGet(Schema.CONFERENCE_STATE::empty);
            document = document.with(state.with(Info.ACTIVE, "true"));
        }
        return UserRequests.storing(
                deliberation, conference.next(document, conference.attendance().with(user)));
    }

    /** The draft with what the server knows in the record of who comes: whether he has proved who he is, and {@code more}. */
    private static Element withRecord(Deliberation deliberation, UnaryOperator<Element> more) {
        Element document = deliberation.draft();
        Element record =
                Drafts.user(document, deliberation.subject().toString()).orElseThrow();
        Element marked = isJoin(deliberation)
                ? Verification.marked(record, deliberation.requester().authenticated())
                : record;
        Element completed = more.apply(marked);
        return completed == record ? document : Drafts.withUser(document, completed);
    }

    private static Set<ContactUri> contacts(Deliberation deliberation) {
        return deliberation.requester().user().contacts();
    }
}
