package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import java.util.Optional;

/** {@code usersRequest/retrieve} (RFC 6503 section 5.3.5): the whole {@code users} element. */
final class RetrieveUsers implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.CONFERENCES.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.ask(Action.SEE_CONFERENCE, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference conference = deliberation.found();
        Element users = deliberation.visible(conference).child(Info.USERS).orElseGet(Schema.USERS::empty);
        return Outcome.unchanged(deliberation.success(conference).body(new Body.Info(users)));
    }
}
