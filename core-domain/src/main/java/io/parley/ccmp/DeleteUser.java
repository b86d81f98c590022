package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Info;
import java.util.Optional;

/**
 * {@code userRequest/delete} (RFC 6503 section 5.3.6): the sender leaves, or removes the user named. The conference stays when its last
 * user has gone (section 3.2).
 */
final class DeleteUser implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        UserRequests.address(deliberation);
        return deliberation.ask(Action.REMOVE_USER, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        return UserRequests.named(deliberation);
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return UserRequests.present(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Element gone = UserRequests.record(deliberation).orElseThrow();
        Element users = conference.document().child(Info.USERS).orElseThrow();
        Conference changed = conference.next(conference.document().with(users.without(gone)));
        return deliberation.storing(changed, deliberation::success);
    }
}
