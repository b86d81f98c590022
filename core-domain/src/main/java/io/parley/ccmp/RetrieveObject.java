package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import java.util.Optional;

/** {@code retrieve} of a blueprint, conference or sidebar (RFC 6503 sections 5.3.3, 5.3.4, 5.3.8 and 5.3.10): the whole document and its version. */
record RetrieveObject(Addressed addressed) implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return addressed.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return SidebarSight.ask(deliberation, addressed.see(), ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return Outcome.unchanged(
                deliberation.success(conference).body(new Body.Info(deliberation.visible(conference))));
    }
}
