package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
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
        return ListFilter.refusal(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        Conference main = deliberation.found();
        boolean byValue = sidebars == Addressed.SIDEBARS_BY_VALUE;
        Optional<Element> visible =
                deliberation.visible(main).child(byValue ? Info.SIDEBARS_BY_VAL : Info.SIDEBARS_BY_REF);
        ListFilter filter = ListFilter.of(deliberation);
        Element list = visible.orElseGet((byValue ? Schema.SIDEBARS_BY_VAL : Schema.SIDEBARS_BY_REF)::empty);
        for (Element entry : list.elements()) {
            Optional<String> id = byValue ? entry.attribute(Attributes.ENTITY) : entry.childText(Info.URI);
            boolean admitted = id.flatMap(XconUri::parse)
                    .flatMap(deliberation::current)
                    .filter(filter::admits)
                    .isPresent();
            list = admitted ? list : list.without(entry);
        }
        return Outcome.unchanged(
                filter.answer(deliberation.success(main), list.size() == 0 ? Body.none() : new Body.Info(list)));
    }
}
