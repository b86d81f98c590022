package io.parley.sip.stack;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;

/** A request that waits for its answer (RFC 3261 section 17.2). May be used by any number of threads at once. */
public interface ServerTransaction {

    /** The request. */
    SipRequest request();

    /** Where it came from. */
    Peer peer();

    /**
     * Sends a response: any number of provisional ones, then one final one; a response behind the final one is dropped, but for the 2xx to
     * an INVITE, which is sent again.
     *
     * <p>The response is on its way when this returns, and is written to its connection before whatever is sent to it afterwards.
     */
    void respond(SipResponse response);

    /**
     * Calls {@code action} when the peer cancels the request before its final response (section 9.2), at once if it has already. The
     * CANCEL is answered by then; the request still wants its 487.
     */
    void onCancel(Runnable action);
}
