package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Schema;
import java.util.Optional;

/** {@code usersRequest/update} (RFC 6503 section 5.3.5): the Info holds changes of the {@code users} element. */
final class UpdateUsers implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.ask(Action.CHANGE_CONFERENCE, ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return Drafts.read(deliberation, conference.id())
                .or(() -> Drafts.update(
                        deliberation,
                        Schema.CONFERENCE_INFO.empty().with(deliberation.given().element())));
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return InternalSidebar.strangers(deliberation);
    }

    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        return Drafts.protectedParts(deliberation, true);
    }

    @Override
    public Optional<Rejection> conflicts(Deliberation deliberation) {
        return Drafts.conflicts(deliberation);
    }

    /** The answer holds the users only if the request held placeholders: the client has to learn what they became. */
    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        return deliberation.storing(deliberation.found().next(deliberation.draft()), stored -> {
            CcmpResponse response = deliberation.success(stored);
            return deliberation.heldPlaceholders()
                    ? response.body(new Body.Info(deliberation.sight(stored).users()))
                    : response;
        });
    }
}
