package io.parley.c3p.execution;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.ModifyEndpoint;
import io.parley.conference.Conference;
import io.parley.identity.XconUserId;
import io.parley.participation.Showing;
import java.util.Optional;

/** {@code modifyEndpoint} (MS-CONFBAS section 3.13): whether recording is allowed is no reason to fail (section 4.4.9). */
final class EndpointChange {

    private EndpointChange() {}

    static Decision decide(C3pRequest request, ModifyEndpoint command, Situation situation) {
        Optional<XconUserId> user = situation.participant(command.endpointKeys().userEntity());
        if (user.isEmpty()) {
            return refused(request, Reason.USER_DOESNT_EXIST);
        }
        Optional<Conference> next = Showing.change(
                situation.conference(),
                user.get(),
                command.endpointKeys().endpointEntity(),
                command.endpoint().element());
        return next.map(changed -> Decision.done(changed, C3pResponse.success(request, new Answer.Nothing())))
                .orElseGet(() -> refused(request, Reason.ENDPOINT_DOESNT_EXIST));
    }

    private static Decision refused(C3pRequest request, Reason reason) {
        return Decision.refused(C3pResponse.failure(request, reason, new Answer.Nothing()));
    }
}
