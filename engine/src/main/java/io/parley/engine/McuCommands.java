package io.parley.engine;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.TouchedUsers;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Roles;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.McuGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the MCUs of a conference of roles, locks and ejections that came by another protocol than C3P: as if the focus had been sent the commands. What
 * came by C3P they are told in the words of the sender.
 */
final class McuCommands implements ChangeListener {

    private final McuGateway mcus;
    private final AtomicLong requests = new AtomicLong();

    McuCommands(McuGateway mcus) {
        this.mcus = mcus;
    }

    @Override
    public void changed(Change change) {
        Optional<FocusInstance> before = change.before().flatMap(FocusEngine::instance);
        Optional<FocusInstance> after = change.after().flatMap(FocusEngine::instance);
        String action = change.cause().action();
        if (before.isEmpty() || after.isEmpty() || action.startsWith("c3p/") || action.startsWith("focus/")) {
            return;
        }
        Conference was = change.before().orElseThrow();
        Conference is = change.after().orElseThrow();
        SipUri uri = is.focus().orElseThrow().provisioning().uri();
        for (Command command : commands(was, is, before.get(), uri)) {
            FocusFollower.of(is)
                    .values()
                    .forEach(mcu -> mcus.command(
                            mcu,
                            new C3pRequest(Long.toString(requests.incrementAndGet()), uri, mcu.uri(), command),
                            response -> {}));
        }
    }

    private static List<Command> commands(Conference was, Conference is, FocusInstance before, SipUri uri) {
        List<Command> commands = new ArrayList<>();
        if (was.info().isLocked() != is.info().isLocked()) {
            commands.add(
                    new ModifyConferenceLock(ConferenceKeys.of(uri), is.info().isLocked(), Optional.empty()));
        }
        for (XconUserId user : TouchedUsers.between(was.document(), is.document())) {
            Optional<Participant> participant = before.participant(user);
            if (participant.isPresent()) {
                UserKeys keys = new UserKeys(uri, participant.get().uri());
                if (is.user(user).isEmpty()) {
                    commands.add(new DeleteUser(keys, Optional.empty(), Optional.empty(), Optional.empty()));
                } else if (Roles.isPresenter(was, user) != Roles.isPresenter(is, user)) {
                    C3pRole role = Roles.isPresenter(is, user) ? C3pRole.PRESENTER : C3pRole.ATTENDEE;
                    commands.add(new ModifyUserRoles(keys, role, Optional.empty()));
                }
            }
        }
        return commands;
    }
}
