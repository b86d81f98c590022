package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Merge;
import io.parley.document.Schema;
import java.util.Optional;

/**
 * {@code userRequest/update} (RFC 6503 section 5.3.6): changes the record of the user named, and nothing else; {@code state="deleted"}
 * removes it. A target of a sidebar gets his record by it (RFC 6504 section 7.1).
 */
final class UpdateUser implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        UserRequests.address(deliberation);
        return deliberation.ask(
                removes(deliberation) ? Action.REMOVE_USER : Action.CHANGE_USER,
                ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Optional<Rejection> unreadable =
                Drafts.read(deliberation, conference.id()).or(() -> UserRequests.named(deliberation));
        if (unreadable.isPresent()) {
            return unreadable;
        }
        if (absent(deliberation).isPresent()) {
            return Optional.empty(); // for the next check to say
        }
        Element given = deliberation.given().element();
        Element change = UserRequests.record(deliberation).isPresent()
                ? given
                : Merge.update(UserRequests.recordOf(deliberation, deliberation.subject()), given);
        return Drafts.update(
                deliberation,
                Schema.CONFERENCE_INFO.empty().with(Schema.USERS.empty().with(change)));
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return absent(deliberation);
    }

    /** Refuses what is about somebody who is neither in the conference nor, if it is a sidebar, invited to it. */
    private static Optional<Rejection> absent(Deliberation deliberation) {
        boolean enters = !removes(deliberation) && SidebarTargets.include(deliberation);
        return enters ? Optional.empty() : UserRequests.present(deliberation);
    }

    private static boolean removes(Deliberation deliberation) {
        return deliberation
                .request()
                .body()
                .info()
                .flatMap(user -> user.attribute(Attributes.STATE))
                .filter("deleted"::equals)
                .isPresent();
    }

    @Override
    public Optional<Rejection> protectedParts(Deliberation deliberation) {
        return Drafts.protectedParts(deliberation, deliberation.standing().steers());
    }

    @Override
    public Optional<Rejection> conflicts(Deliberation deliberation) {
        return Drafts.conflicts(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        return UserRequests.storing(deliberation, deliberation.found().next(deliberation.draft()));
    }
}
