package io.parley.c3p.execution;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyEndpoint;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;

/** The commands that change what the focus itself knows. */
public final class FocusCommands {

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
}
