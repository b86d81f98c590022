package io.parley.ports.out;

import io.parley.focus.DialogId;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.Departure;

/**
 * Reaches the devices of users: what the conference does to the calls of its participants.
 *
 * <p>Contract: may be called by any number of threads at once. A call returns when the request is on its way and never waits for the
 * peer. Each may be repeated without harm: inviting whoever is in, or ending what has ended, does nothing. The outcome comes back
 * through the in-ports.
 */
public interface Signalling {

    /** Calls {@code target} into {@code conference}: method {@code dial-out} of RFC 6501 section 4.6.3. */
    void invite(XconUri conference, ContactUri target);

    /** Asks {@code target} to call {@code conference}: method {@code refer}. */
    void refer(XconUri conference, ContactUri target);

    /** Ends the call of {@code endpoint} with {@code conference}. */
    void bye(XconUri conference, ContactUri endpoint);

    /**
     * Ends {@code dialog}, whose device is in {@code conference} no more, and the subscriptions that stand on it, these first (MS-CONFBAS
     * section 3.8.5.1). Does nothing if there is no such dialog.
     */
    default void end(XconUri conference, DialogId dialog, Departure why) {}
}
