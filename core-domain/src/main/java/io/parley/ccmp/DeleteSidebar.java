package io.parley.ccmp;

import io.parley.cloning.Sidebars;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * {@code delete} of a sidebar (RFC 6503 sections 5.3.8 and 5.3.10): it goes, and with it what the main conference holds of it. An Info in
 * the request is ignored.
 */
record DeleteSidebar(Addressed sidebars) implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return sidebars.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return SidebarSight.ask(deliberation, sidebars.delete(), ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference gone = deliberation.found();
        Conference main = Sidebars.main(deliberation.snapshot(), gone).orElseThrow();
        return new Outcome<>(
                deliberation.success().on(gone.id().toString()),
                deliberation.states(main.next(Sidebars.without(main.document(), gone))),
                List.of(gone.id()),
                Optional.of(deliberation.cause()));
    }
}
