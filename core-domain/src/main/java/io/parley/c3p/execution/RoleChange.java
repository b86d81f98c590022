package io.parley.c3p.execution;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.conference.Conference;
import io.parley.participation.Roles;
import java.util.Optional;

/** {@code modifyUserRoles} (MS-CONFBAS section 3.7). */
final class RoleChange {

    private RoleChange() {}

    static Decision decide(C3pRequest request, ModifyUserRoles command, Situation situation) {
        ConferenceKeys keys = ConferenceKeys.of(command.userKeys().confEntity());
        C3pUser user = C3pUser.of(command.userKeys().userEntity());
        Optional<Conference> next = situation
                .participant(command.userKeys().userEntity())
                .flatMap(participant ->
                        Roles.change(situation.conference(), participant, command.role() == C3pRole.PRESENTER));
        return next.map(changed -> Decision.done(
                        changed, C3pResponse.success(request, Answer.OfUser.of(keys, user.withRole(command.role())))))
                .orElseGet(() -> Decision.refused(
                        C3pResponse.failure(request, Reason.USER_DOESNT_EXIST, Answer.OfUser.of(keys, user))));
    }
}
