package io.parley.schedule;

import io.parley.conference.Conference;
import io.parley.user.Role;
import io.parley.user.User;

/**
 * Whether somebody of a role is in a conference, as {@code required-participant} asks (RFC 6501 section 4.2.5). Whoever has joined takes
 * part, so he is a {@code participant} and a {@code user} though no entry says so; all other words are held against the entries of
 * {@code roles}.
 */
final class Presence {

    private Presence() {}

    static boolean of(Role role, Conference conference) {
        if (role.equals(Role.NONE)) {
            return true;
        }
        if (conference.attendance().size() == 0) {
            return false;
        }
        if (role.equals(Role.PARTICIPANT) || role.equals(Role.USER)) {
            return true;
        }
        for (User user : conference.users()) {
            if (user.hasRole(role) && conference.attendance().hasJoined(user.id())) {
                return true;
            }
        }
        return false;
    }
}
