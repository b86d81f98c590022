package io.parley.c3p.execution;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.conference.Conference;
import io.parley.participation.Leaving;
import java.util.Optional;

/** {@code deleteUser} (MS-CONFBAS section 3.8). */
final class Ejection {

    private Ejection() {}

    static Decision decide(C3pRequest request, DeleteUser command, Situation situation) {
        Answer answer = answer(command);
        Optional<Conference> next = situation
                .participant(command.userKeys().userEntity())
                .flatMap(participant -> Leaving.user(situation.conference(), participant));
        return next.map(left -> Decision.done(left, C3pResponse.success(request, answer)))
                .orElseGet(() -> Decision.refused(C3pResponse.failure(request, Reason.USER_DOESNT_EXIST, answer)));
    }

    /** Whom it was about, whatever became of it. */
    static Answer answer(DeleteUser command) {
        ConferenceKeys keys = ConferenceKeys.of(command.userKeys().confEntity());
        return Answer.OfUser.of(keys, C3pUser.of(command.userKeys().userEntity()));
    }
}
