package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Outcome;
import io.parley.identity.XconUri;
import java.util.Optional;

/** {@code blueprintsRequest} (RFC 6503 section 5.3.1): the blueprints open to the sender, without the default one. */
final class RetrieveBlueprints implements CcmpOperation {

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        return ListFilter.refusal(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        XconUri unlisted = deliberation.surroundings().settings().defaultBlueprint();
        ListFilter filter = ListFilter.of(deliberation);
        UriList list = new UriList();
        for (Conference object : deliberation.snapshot().all()) {
            if (object.kind() == Kind.BLUEPRINT
                    && !object.id().equals(unlisted)
                    && deliberation.maySee(object, Action.SEE_BLUEPRINT)
                    && filter.admits(object)) {
                list.add(object, deliberation.sight(object));
            }
        }
        return Outcome.unchanged(filter.answer(deliberation.success(), list.body()));
    }
}
