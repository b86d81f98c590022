package io.parley.ports.out;

import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.Departure;

/**
 * Reaches the devices of users: what the conference does to the calls of its participants.
 *
 * <p>Contract: may be called by any number of threads at once. A call returns when the request is on its way and never waits for the
 * peer. Each may be repeated without harm: beginning what has begun, or ending what has ended, does nothing. The outcome comes back
 * through the in-ports.
 */
public interface Signalling {

    /**
     * Calls somebody into {@code conference}, or refers him to it, as {@code call} wants it. What becomes of it comes back by {@link
     * io.parley.ports.in.FocusService}: {@code alerting} any number of times, then once {@code answered}, {@code followed} or {@code failed},
     * unless it is cancelled before. A call that has begun already is not begun again.
     *
     * @param focus the conference-URI, from which the call comes and to which a REFER leads
     */
    void call(XconUri conference, SipUri focus, OutgoingCall call);

    /** Gives up {@code call}, if it has begun and its outcome is open; of one that was answered meanwhile the answer is refused. */
    void cancel(XconUri conference, CallId call);

    /** Ends the call of {@code endpoint} with {@code conference}. */
    void bye(XconUri conference, ContactUri endpoint);

    /**
     * Ends {@code dialog}, whose device is in {@code conference} no more, and the subscriptions that stand on it, these first (MS-CONFBAS
     * section 3.8.5.1). Does nothing if there is no such dialog.
     */
    default void end(XconUri conference, DialogId dialog, Departure why) {}
}
