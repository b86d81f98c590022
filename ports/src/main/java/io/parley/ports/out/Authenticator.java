package io.parley.ports.out;

import io.parley.identity.XconUserId;
import java.util.Optional;

/**
 * Proves who somebody is by the credentials of a CCMP {@code subject}.
 *
 * <p>Contract: may be called by any number of threads at once. Takes equally long for a wrong password and an unknown name. Never logs
 * or keeps a password as it came.
 */
@FunctionalInterface
public interface Authenticator {

    /** The user whose credentials these are, or empty if they are nobody's. */
    Optional<XconUserId> authenticate(String username, String password);
}
