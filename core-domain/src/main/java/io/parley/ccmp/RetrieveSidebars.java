package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Info;
import java.util.Optional;

/**
 * {@code sidebarsByValRequest} and {@code sidebarsByRefRequest} (RFC 6503 sections 5.3.7 and 5.3.9): the list of sidebars that the sender
 * would see in the document of the main conference, and the version of that.
 */
record RetrieveSidebars(Addressed sidebars) implements CcmpOperation {

    @Override
    public Optional<Rejection> target(Deliberation deliberation) {
        return Addressed.CONFERENCES.find(deliberation);
    }

    @Override
    public Optional<Rejection> permission(Deliberation deliberation) {
        return deliberation.ask(Action.SEE_CONFERENCE, ResponseCode.UNAUTHORIZED);
    }

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        return UriList.filterRefusal(deliberation.request());
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference main = deliberation.found();
        Optional<Element> list = deliberation
                .visible(main)
                .child(sidebars == Addressed.SIDEBARS_BY_VALUE ? Info.SIDEBARS_BY_VAL : Info.SIDEBARS_BY_REF);
        CcmpResponse response = deliberation.success(main);
        return Outcome.unchanged(
                list.map(element -> response.body(new Body.Info(element))).orElse(response));
    }
}
