package io.parley.c3p.execution;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyEndpoint;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;

/** The commands that change what the focus itself knows. */
public final class FocusCommands {

    /** The number of a fault of this server itself, among its diagnostics. */
    private static final int SERVER_AT_FAULT = 3150;

    private FocusCommands() {}

    /**
     * What the focus makes of {@code request}, whose sender may send it.
     *
     * @throws IllegalArgumentException if the command is none that the focus executes by itself
     */
    public static Decision decide(C3pRequest request, Situation situation) {
        Command command = request.command();
        if (command instanceof ModifyUserRoles roles) {
            return RoleChange.decide(request, roles, situation);
        }
        if (command instanceof ModifyConferenceLock lock) {
            return LockChange.decide(request, lock, situation);
        }
        if (command instanceof DeleteUser delete) {
            return Ejection.decide(request, delete, situation);
        }
        if (command instanceof DeleteConference) {
            return Termination.decide(request, situation);
        }
        if (command instanceof SetLobbyAccess access) {
            return LobbyAccess.decide(request, access, situation);
        }
        if (command instanceof ModifyEndpoint modify) {
            return EndpointChange.decide(request, modify, situation);
        }
        throw new IllegalArgumentException("the focus does not execute " + command.name());
    }

    /**
     * The response to {@code request}, at which this server failed: nothing has changed (MS-CONFBAS sections 4.4.3 and 4.4.4).
     *
     * @param words what is told to those who look for the fault
     * @param source which server this is
     */
    public static C3pResponse failed(C3pRequest request, String words, String source) {
        Command command = request.command();
        C3pResponse failure = C3pResponse.failure(request, Reason.OTHER_FAILURE);
        if (command instanceof DeleteUser delete) {
            failure = C3pResponse.failure(request, Reason.OTHER_FAILURE, Ejection.answer(delete));
        } else if (command instanceof DeleteConference) {
            failure = C3pResponse.failure(request, Reason.OTHER_FAILURE, Termination.answer(request));
        }
        return failure.with(DiagnosticsInfo.of(DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC, SERVER_AT_FAULT, words, source));
    }
}
