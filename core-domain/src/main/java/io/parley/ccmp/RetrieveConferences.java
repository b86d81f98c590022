package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import java.util.Optional;

/** {@code confsRequest} (RFC 6503 section 5.3.2): the conferences, running or registered, that the sender may see. */
final class RetrieveConferences implements CcmpOperation {

    @Override
    public Optional<Rejection> document(Deliberation deliberation) {
        return ListFilter.refusal(deliberation);
    }

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        ListFilter filter = ListFilter.of(deliberation);
        UriList list = new UriList();
        for (Conference object : deliberation.snapshot().all()) {
            if (object.kind().isConference()
                    && deliberation.maySee(object, Action.SEE_CONFERENCE)
                    && filter.admits(object)) {
                list.add(object, deliberation.sight(object));
            }
        }
        return Outcome.unchanged(filter.answer(deliberation.success(), list.body()));
    }
}
