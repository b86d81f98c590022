package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Outcome;
import java.util.Optional;

/** {@code userRequest/retrieve} (RFC 6503 section 5.3.6): the sender's own record, or that of the user named. */
final class RetrieveUser implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return SidebarSight.ask(deliberation, Action.SEE_CONFERENCE, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        UserRequests.address(deliberation);
        return UserRequests.named(deliberation);
    }

    @Override
    public Optional<Rejection> targetUser(Deliberation deliberation) {
        return UserRequests.present(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        return Outcome.unchanged(deliberation
                .success(deliberation.found())
                .body(new Body.Info(
                        deliberation.sight().user(deliberation.subject()).orElseThrow())));
    }
}
