package io.parley.examples.focus.simulation;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import io.parley.participation.Roles;
import io.parley.ports.out.ChangeListener;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every change by itself, and knows what may not be: from the rules for users as prose gives them, not from the code. */
final class Oracle implements ChangeListener {

    private static final String ALICE = "xcon-userid:alice@example.com";

    private final List<String> violations = new ArrayList<>();
    private int changes;

    /** How many changes there were. */
    int changes() {
        return changes;
    }

    /** What was wrong since the last look. */
    List<String> violations() {
        List<String> found = List.copyOf(violations);
        violations.clear();
        return found;
    }

    @Override
    public void changed(Change change) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return;
        }
        changes++;
        Conference before = change.before().get();
        Conference after = change.after().get();
        if (after.version().value() != before.version().value() + 1) {
            violations.add("version " + after.version() + " follows " + before.version());
        }
        before.attendance().differences(after.attendance(), user -> admitted(change, before, after, user), user -> {});
        after.focus().flatMap(Focus::instance).ifPresent(instance -> {
            oneRoleEach(change, after, instance);
            whoIsInHasADevice(change, after, instance);
        });
    }

    private void admitted(Change change, Conference before, Conference after, XconUserId user) {
        boolean fine = switch (change.cause().action()) {
            case "focus/join" -> joinsByHimself(before, after, user);
            case "focus/report" -> true; // the MCU let him in, whom a participant called or who was connected
            default ->
                change.cause()
                        .by()
                        .filter(by -> by.toString().equals(ALICE) || Roles.isPresenter(before, by))
                        .isPresent();
        };
        if (!fine) {
            violations.add(user + " was admitted by " + change.cause());
        }
    }

    /** Who is let in when he calls (MS-CONFBAS section 2.2.2.3, server mode 14). */
    private static boolean joinsByHimself(Conference before, Conference after, XconUserId user) {
        if (user.toString().equals(ALICE)) {
            return true;
        }
        String policy =
                before.document().textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY).orElse("openAuthenticated");
        boolean ours = after.focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.participant(user))
                .filter(participant -> participant.uri().isOf("example.com"))
                .isPresent();
        boolean listed = before.users().find(user).isPresent();
        boolean welcome = switch (policy) {
            case "anonymous" -> true;
            case "openAuthenticated" -> ours || listed;
            default -> listed;
        };
        boolean locked = before.document()
                .textAt(Info.CONFERENCE_STATE, Info.LOCKED)
                .filter("true"::equals)
                .isPresent();
        return welcome && !locked;
    }

    private void oneRoleEach(Change change, Conference after, FocusInstance instance) {
        for (Map.Entry<XconUserId, Participant> entry : instance.participants()) {
            Optional<User> record = after.users().find(entry.getKey());
            long roles = record.map(User::roles).orElse(List.of()).stream()
                    .filter(role -> role.equals(Role.MODERATOR) || role.equals(Role.PARTICIPANT))
                    .count();
            boolean isAtFocus = !entry.getValue().endpoints().isEmpty();
            if (isAtFocus ? roles != 1 : roles > 1) {
                violations.add(entry.getKey() + " has " + record.map(User::roles) + " after " + change.cause());
            }
        }
    }

    private void whoIsInHasADevice(Change change, Conference after, FocusInstance instance) {
        for (Map.Entry<XconUserId, Participant> entry : instance.participants()) {
            if (entry.getValue().isGone()) {
                violations.add(entry.getKey() + " is in without a device after " + change.cause());
            }
            boolean counted = after.attendance().hasJoined(entry.getKey())
                    || after.attendance().isPending(entry.getKey());
            if (!counted) {
                violations.add(entry.getKey() + " has devices and is not counted after " + change.cause());
            }
        }
    }
}
