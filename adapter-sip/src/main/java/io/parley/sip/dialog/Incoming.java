package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import java.util.Optional;

/** A request that waits for our answer. May be used by any number of threads at once; what comes behind a final answer is dropped. */
public sealed interface Incoming permits IncomingInvite, IncomingRequest, IncomingSubscribe {

    /** The request. */
    SipRequest request();

    /** Where it came from. */
    Peer peer();

    /** The dialog in which it was sent; empty outside of any. */
    Optional<Dialog> dialog();

    /** Refuses it with a final response of 300 or more, which says all but what the dialog knows. */
    void reject(SipResponse response);
}
