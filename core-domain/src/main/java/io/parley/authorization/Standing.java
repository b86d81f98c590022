package io.parley.authorization;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.user.RegisteredUser;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;

/**
 * In what relation somebody is to a conference.
 *
 * @param administrator he administers the whole system
 * @param owner he created the conference
 * @param moderator he has the role of a moderator or administrator in it
 * @param user he stands in its roster
 * @param target he is named in its list of allowed users
 */
public record Standing(boolean administrator, boolean owner, boolean moderator, boolean user, boolean target) {

    /** The standing of {@code requester} in {@code conference}. */
    public static Standing of(Requester requester, Conference conference) {
        Optional<User> user = conference.users().find(requester.id());
        List<Role> roles = user.map(User::roles).orElse(List.of());
        return new Standing(
                requester.isAdministrator(),
                conference.isOwnedBy(requester.id()),
                roles.contains(Role.MODERATOR) || roles.contains(Role.ADMINISTRATOR),
                user.isPresent(),
                isTarget(requester.user(), roles, conference));
    }

    private static boolean isTarget(RegisteredUser user, List<Role> roles, Conference conference) {
        Optional<Element> allowed = conference.document().at(Info.USERS, Xcon.ALLOWED_USERS_LIST);
        if (allowed.isEmpty()) {
            return false;
        }
        for (Element target : allowed.get().children(Xcon.TARGET)) {
            if (Target.of(target).matches(user, roles)) {
                return true;
            }
        }
        return false;
    }

    /** Whether he steers the conference: its owner, a moderator, or an administrator. */
    public boolean steers() {
        return administrator || owner || moderator;
    }

    /** Whether he is one of those who are together in the conference, or steers it. */
    public boolean takesPart() {
        return steers() || user;
    }

    /** Whether he may know of the conference: he steers it, stands in its roster, or is invited. */
    public boolean belongs() {
        return steers() || user || target;
    }
}
