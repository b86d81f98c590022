package io.parley.ports.out;

import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;

/**
 * The people who decide on joins of conferences whose {@code join-handling} is {@code directed-operator} (RFC 6501 section 4.6.1). They
 * admit or refuse through the control protocols, as moderators do.
 *
 * <p>Contract: may be called by any number of threads at once, once for each time that somebody begins to wait; returns soon.
 */
@FunctionalInterface
public interface OperatorDesk {

    /** {@code user} waits to be admitted to {@code conference}. */
    void waits(XconUri conference, XconUserId user);
}
