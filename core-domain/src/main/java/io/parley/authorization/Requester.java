package io.parley.authorization;

import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;

/**
 * Who asks.
 *
 * @param user what is known of him
 * @param authenticated whether he has proved to be that user, or nobody demands it
 */
public record Requester(RegisteredUser user, boolean authenticated) {

    /** His XCON-USERID. */
    public XconUserId id() {
        return user.id();
    }

    /** Whether he administers the whole system. */
    public boolean isAdministrator() {
        return user.administrator();
    }
}
