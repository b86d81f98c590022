package io.parley.ports.out;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the users of the system.
 *
 * <p>Contract: may be called by any number of threads at once; each call is atomic. A contact belongs to one user at most (RFC 6503
 * section 5.3.6): whoever claims it first keeps it.
 */
public interface UserDirectory {

    /** The user of that identifier. A directory that is open registers an acceptable stranger here, on first sight. */
    Optional<RegisteredUser> find(XconUserId id);

    /** The user of that identifier, if he is registered already; nobody is registered by asking. */
    Optional<RegisteredUser> registered(XconUserId id);

    /** The user to whom {@code contact} belongs. */
    Optional<RegisteredUser> owner(ContactUri contact);

    /**
     * Registers {@code id} with those of {@code contacts} that belong to nobody, unless one of them belongs to somebody else already:
     * then that user is the answer and nothing is registered. Calling it again with the same arguments changes nothing.
     */
    RegisteredUser claim(XconUserId id, Set<ContactUri> contacts);
}
