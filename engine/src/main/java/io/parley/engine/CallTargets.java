package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.CallId;
import io.parley.focus.ConferenceUri;
import io.parley.focus.DialOut;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.Signalling;
import io.parley.ports.out.UserDirectory;
import io.parley.schedule.Schedules;
import io.parley.user.AllowedTarget;
import io.parley.user.DialMethod;
import io.parley.user.RegisteredUser;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls the targets that are to be called, and refers those that are to be referred, when their conference starts or while it runs
 * (RFC 6503 section 3.2, RFC 6501 section 4.6.3), but not before the time that it states for that (section 4.2.5). Each is asked once, whichever of his names the list has; who has joined is not asked.
 */
final class CallTargets implements ChangeListener {

    private final Signalling signalling;
    private final UserDirectory users;
    private final Schedules schedules;

    CallTargets(Signalling signalling, UserDirectory users, Schedules schedules) {
        this.signalling = signalling;
        this.users = users;
        this.schedules = schedules;
    }

    /** What the focus asks of a device. */
    private record Invitation(boolean refers, ContactUri device) {}

    @Override
    public void changed(Change change) {
        Optional<Conference> after = change.after().filter(CallTargets::runs);
        Optional<Conference> before = change.before().filter(CallTargets::runs);
        if (after.isEmpty() || (before.isPresent() && list(before.get()).equals(list(after.get())))) {
            return;
        }
        if (schedules.of(after.get().document()).holdsUsersBack(change.cause().at())) {
            return;
        }
        Set<Invitation> due = invitations(after.get());
        before.ifPresent(running -> due.removeAll(invitations(running)));
        ask(after.get(), due);
    }

    /** Asks all targets of {@code conference}: the time that it states for that has come. */
    void call(Conference conference) {
        ask(conference, invitations(conference));
    }

    private void ask(Conference conference, Set<Invitation> due) {
        for (Invitation invitation : due) {
            if (hasJoined(conference, invitation.device())) {
                continue;
            }
            SipUri.parse(invitation.device().toString())
                    .ifPresent(target -> signalling.call(
                            conference.id(), ConferenceUri.of(conference.id()), call(invitation.refers(), target)));
        }
    }

    private OutgoingCall call(boolean refers, SipUri target) {
        DialOut wanted = new DialOut(
                target,
                refers ? DialOut.Method.REFER : DialOut.Method.DIAL_OUT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DialOut.Headers.NONE);
        return OutgoingCall.first(
                new CallId(target.toString()), XconUserId.of("callee", "invalid"), wanted, target.toString(), false);
    }

    private static boolean runs(Conference conference) {
        return conference.kind() == Kind.ACTIVE_CONFERENCE;
    }

    private static Optional<Element> list(Conference conference) {
        return conference.document().at(Info.USERS, Xcon.ALLOWED_USERS_LIST);
    }

    private Set<Invitation> invitations(Conference conference) {
        Set<Invitation> invitations = new LinkedHashSet<>();
        for (AllowedTarget target : conference.users().allowed()) {
            // RFC 6503 section 6.5 writes the method with a blank.
            String method = target.method().strip().replace(' ', '-');
            boolean refers = method.equals(DialMethod.REFER);
            if (refers || method.equals(DialMethod.DIAL_OUT)) {
                device(target.uri()).ifPresent(device -> invitations.add(new Invitation(refers, device)));
            }
        }
        return invitations;
    }

    /** The device of a target: roles and domains have none, a user has the first of his contacts. */
    private Optional<ContactUri> device(String uri) {
        Optional<XconUserId> user = XconUserId.parse(uri);
        if (user.isPresent()) {
            return users.registered(user.get())
                    .flatMap(registered ->
                            new TreeSet<>(registered.contacts()).stream().findFirst());
        }
        return ContactUri.parse(uri).filter(contact -> !uri.contains("*@"));
    }

    private boolean hasJoined(Conference conference, ContactUri device) {
        return users.owner(device)
                .map(RegisteredUser::id)
                .filter(user -> conference.attendance().hasJoined(user))
                .isPresent();
    }
}
