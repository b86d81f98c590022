package io.parley.inmemory.mcu;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands as a focus hands them on. */
final class Requests {

    static final SipUri ALICE = SipUri.of("sip:alice@example.com");
    static final SipUri BOB = SipUri.of("sip:bob@example.com");
    static final SipUri CONFERENCE = SipUri.of("sip:a@example.com");

    private Requests() {}

    static C3pRequest request(Command command) {
        return new C3pRequest("1", ALICE, CONFERENCE, command);
    }

    static C3pEndpoint endpoint(String entity, C3pJoiningMethod method) {
        return C3pEndpoint.of(entity).withJoiningMethod(method);
    }

    static AddUser addUser(SipUri user, C3pEndpoint endpoint) {
        return new AddUser(
                ConferenceKeys.of(CONFERENCE),
                C3pUser.of(user).withEndpoints(List.of(endpoint)),
                Optional.empty(),
                false);
    }

    static AddUser dialOut(SipUri user) {
        return addUser(user, endpoint("{out}", C3pJoiningMethod.DIALED_OUT));
    }

    static AddUser dialIn(SipUri user) {
        return addUser(user, endpoint("{in}", C3pJoiningMethod.DIALED_IN));
    }

    static AddUser withRole(AddUser command, C3pRole role) {
        return new AddUser(
                command.conferenceKeys(),
                command.user().withRole(role),
                command.mcuUri(),
                command.allowSessionReplace());
    }

    static AddUser replacing(AddUser command) {
        return new AddUser(command.conferenceKeys(), command.user(), command.mcuUri(), true);
    }

    /** The responses that come before this returns, and those that come later. */
    static List<C3pResponse> send(McuGateway gateway, McuId mcu, Command command) {
        List<C3pResponse> responses = new ArrayList<>();
        gateway.command(mcu, request(command), responses::add);
        return responses;
    }
}
