package io.parley.c3p.provisioning;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;

/**
 * Why the factory refuses a command.
 *
 * @param reason the reason of the schema
 * @param words what is wrong, in words that name it
 */
record Failure(Reason reason, String words) {

    static Failure other(String words) {
        return new Failure(Reason.OTHER_FAILURE, words);
    }

    static Failure noConference() {
        return new Failure(Reason.CONFERENCE_DOESNT_EXIST, "the sender has no such conference");
    }

    /** The response to {@code request} that says so, on the element of the command. */
    C3pResponse to(C3pRequest request) {
        return C3pResponse.failure(request, reason, new Answer.Nothing()).saying(words);
    }
}
