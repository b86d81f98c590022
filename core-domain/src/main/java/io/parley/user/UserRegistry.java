package io.parley.user;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import java.util.Optional;

/** The registered users, as a decision sees them: nobody is registered by looking. */
public interface UserRegistry {

    /** The user of that identifier. */
    Optional<RegisteredUser> registered(XconUserId id);

    /** The user to whom {@code contact} belongs. */
    Optional<RegisteredUser> owner(ContactUri contact);
}
