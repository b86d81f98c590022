package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.dialout.Dialling;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.DialOut;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.UserDirectory;
import io.parley.schedule.Schedules;
import io.parley.user.AllowedTarget;
import io.parley.user.DialMethod;
import io.parley.user.Endpoint;
import io.parley.user.RegisteredUser;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Has the targets called that are to be called, and those referred that are to be referred, when their conference starts or while it runs
 * (RFC 6503 section 3.2, RFC 6501 section 4.6.3), but not before the time that it states for that (section 4.2.5). Each is asked once, whichever
 * of his names the list has; who is there is not asked. A target that CCMP brings in without a device is called then, and so is whoever else is added
 * by another (RFC 6504 section 6.1). With its entry goes the call.
 */
final class CallTargets implements ChangeListener {

    private static final String ADDITION = "userRequest/create";

    private final DialOuts dialOuts;
    private final UserDirectory users;
    private final Schedules schedules;

    CallTargets(DialOuts dialOuts, UserDirectory users, Schedules schedules) {
        this.dialOuts = dialOuts;
        this.users = users;
        this.schedules = schedules;
    }

    /** What the focus asks of a device. */
    private record Invitation(DialOut.Method method, ContactUri device) {}

    @Override
    public void changed(Change change) {
        Optional<Conference> running = change.after().filter(CallTargets::runs);
        if (running.isEmpty()) {
            return;
        }
        Conference after = running.get();
        Optional<Conference> before = change.before().filter(CallTargets::runs);
        boolean sameList = before.filter(was -> list(was).equals(list(after))).isPresent();
        if (before.isPresent() && !sameList) {
            dialOuts.withdraw(after.id(), change.cause().by());
        }
        if (schedules.of(after.document()).holdsUsersBack(change.cause().at())) {
            return;
        }
        Map<Invitation, AllowedTarget> due =
                sameList ? joinedWithoutDevice(before.orElseThrow(), after) : invitations(after);
        if (!sameList && before.isPresent()) {
            due.keySet().removeAll(invitations(before.get()).keySet());
        }
        ask(after, due, change.cause().by());
        if (before.isPresent() && change.cause().action().equals(ADDITION)) {
            callAdded(before.get(), after, change.cause().by());
        }
    }

    /** Calls whoever has come because somebody else wanted it. */
    private void callAdded(Conference before, Conference after, Optional<XconUserId> by) {
        List<DialOuts.Wanted> wanted = new ArrayList<>();
        before.attendance()
                .differences(
                        after.attendance(),
                        user -> {
                            if (!by.equals(Optional.of(user))
                                    && !before.attendance().isPending(user)) {
                                deviceOf(after, user).ifPresent(device -> wanted.add(added(user, device, by)));
                            }
                        },
                        left -> {});
        if (dialOuts.arePlaced() && !wanted.isEmpty()) {
            dialOuts.begin(after.id(), wanted, by);
        }
    }

    private DialOuts.Wanted added(XconUserId user, SipUri device, Optional<XconUserId> by) {
        return new DialOuts.Wanted(
                users.registered(user).orElseGet(() -> RegisteredUser.of(user)),
                new DialOut(
                        device,
                        DialOut.Method.DIAL_OUT,
                        Optional.empty(),
                        by.map(XconUserId::toString),
                        Optional.empty(),
                        DialOut.Headers.NONE));
    }

    /** The device by which he was added; where none is said, the one that is known of him. */
    private Optional<SipUri> deviceOf(Conference conference, XconUserId user) {
        List<Endpoint> stated =
                conference.users().find(user).map(User::endpoints).orElse(List.of());
        Stream<String> devices = stated.isEmpty()
                ? device(user.toString()).map(ContactUri::toString).stream()
                : stated.stream().map(Endpoint::entity);
        return devices.flatMap(device -> SipUri.parse(device).stream())
                .filter(SipUri::isSip)
                .findFirst();
    }

    /** Asks all targets of {@code conference}: the time that it states for that has come. */
    void call(Conference conference) {
        ask(conference, invitations(conference), Optional.empty());
    }

    private void ask(Conference conference, Map<Invitation, AllowedTarget> due, Optional<XconUserId> by) {
        if (!dialOuts.arePlaced()) {
            return;
        }
        List<DialOuts.Wanted> wanted = new ArrayList<>();
        due.forEach((invitation, entry) -> SipUri.parse(invitation.device().toString())
                .filter(target -> users.owner(invitation.device())
                        .filter(owner -> Dialling.isThere(conference, owner.id()))
                        .isEmpty())
                .ifPresent(target -> wanted.add(new DialOuts.Wanted(
                        users.owner(invitation.device()).orElseGet(() -> dialOuts.callee(target)),
                        new DialOut(
                                target,
                                invitation.method(),
                                Optional.of(entry),
                                by.map(XconUserId::toString),
                                Optional.empty(),
                                DialOut.Headers.NONE)))));
        if (!wanted.isEmpty()) {
            dialOuts.begin(conference.id(), wanted, by);
        }
    }

    private static boolean runs(Conference conference) {
        return conference.kind() == Kind.ACTIVE_CONFERENCE;
    }

    private static Optional<Element> list(Conference conference) {
        return conference.document().at(Info.USERS, Xcon.ALLOWED_USERS_LIST);
    }

    private Map<Invitation, AllowedTarget> invitations(Conference conference) {
        Map<Invitation, AllowedTarget> invitations = new LinkedHashMap<>();
        for (AllowedTarget target : conference.users().allowed()) {
            method(target)
                    .ifPresent(method -> device(target.uri())
                            .ifPresent(device -> invitations.putIfAbsent(new Invitation(method, device), target)));
        }
        return invitations;
    }

    private static Optional<DialOut.Method> method(AllowedTarget target) {
        // RFC 6503 section 6.5 writes the method with a blank.
        return switch (target.method().strip().replace(' ', '-')) {
            case DialMethod.DIAL_OUT -> Optional.of(DialOut.Method.DIAL_OUT);
            case DialMethod.REFER -> Optional.of(DialOut.Method.REFER);
            default -> Optional.empty();
        };
    }

    /** The targets who have just come into the roster, but by no device. */
    private Map<Invitation, AllowedTarget> joinedWithoutDevice(Conference before, Conference after) {
        Set<XconUserId> joined = new LinkedHashSet<>();
        before.attendance().differences(after.attendance(), joined::add, left -> {});
        joined.removeIf(user -> Dialling.isThere(after, user));
        if (joined.isEmpty()) {
            return Map.of();
        }
        Map<Invitation, AllowedTarget> due = invitations(after);
        due.keySet()
                .removeIf(invitation -> users.owner(invitation.device())
                        .map(RegisteredUser::id)
                        .filter(joined::contains)
                        .isEmpty());
        return due;
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
}
