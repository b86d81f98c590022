package io.parley.c3p.execution;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.document.ElementType;
import io.parley.schedule.Ending;

/** {@code deleteConference} to the focus (MS-CONFBAS section 3.9): the instance ends, what was provisioned stays. */
final class Termination {

    private Termination() {}

    static Decision decide(C3pRequest request, Situation situation) {
        return Decision.done(Ending.of(situation.conference()), C3pResponse.success(request, answer(request)));
    }

    /** Which conference it was about, whatever became of it. */
    static Answer answer(C3pRequest request) {
        return new Answer.OfConference(ElementType.foreign(C3pNames.CONFERENCE_INFO)
                .empty()
                .withAttribute(C3pNames.ENTITY, request.to().toString()));
    }
}
