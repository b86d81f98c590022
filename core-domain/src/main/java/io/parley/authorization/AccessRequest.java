package io.parley.authorization;

import io.parley.conference.Conference;
import io.parley.identity.XconUserId;
import java.util.Optional;

/**
 * Somebody wants to do something to something.
 *
 * @param requester who
 * @param action what
 * @param conference to which conference object; empty for what concerns none that exists
 * @param user to which user of it; empty for what concerns none
 */
public record AccessRequest(
        Requester requester, Action action, Optional<Conference> conference, Optional<XconUserId> user) {

    /** Whether it concerns the requester himself. */
    public boolean isOfHimself() {
        return user.filter(requester.id()::equals).isPresent();
    }
}
