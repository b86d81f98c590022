package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import java.util.Optional;

/** {@code usersRequest/retrieve} (RFC 6503 section 5.3.5): the whole {@code users} element. */
final class RetrieveUsers implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.ROSTERS.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return SidebarSight.ask(deliberation, Action.SEE_CONFERENCE, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return Outcome.unchanged(deliberation
                .success(conference)
                .body(new Body.Info(deliberation.sight().users())));
    }
}
