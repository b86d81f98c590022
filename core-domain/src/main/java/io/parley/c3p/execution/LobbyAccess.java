package io.parley.c3p.execution;

import io.parley.c3p.Access;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.LobbyStatus;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.conference.Conference;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Lobby;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code setLobbyAccess} (MS-CONFBAS section 3.14): each user by himself, all in one change of the conference. */
final class LobbyAccess {

    private LobbyAccess() {}

    static Decision decide(C3pRequest request, SetLobbyAccess command, Situation situation) {
        List<LobbyStatus> statuses = new ArrayList<>();
        Conference state = situation.conference();
        for (SipUri uri : command.users()) {
            Optional<XconUserId> user = Optional.ofNullable(situation.users().get(uri));
            Lobby.Access access = user.isEmpty()
                    ? new Lobby.Access(state, Lobby.Status.USER_DOESNT_EXIST)
                    : Lobby.decide(state, user.get(), command.access() == Access.GRANTED, situation.settings());
            state = access.conference();
            statuses.add(
                    new LobbyStatus(uri, new LobbyStatus.Word(access.status().word())));
        }
        C3pResponse response =
                C3pResponse.success(request, new Answer.OfLobby(Optional.of(command.conferenceKeys()), statuses));
        return state == situation.conference()
                ? Decision.refused(response)
                : Decision.done(state.asNextOf(situation.conference()), response);
    }
}
