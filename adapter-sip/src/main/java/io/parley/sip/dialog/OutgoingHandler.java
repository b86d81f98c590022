package io.parley.sip.dialog;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;

/**
 * Hears what becomes of an INVITE of ours: any number of {@link #progressed}, then either {@link #failed} and nothing more, or
 * {@link #answered} and from then on what happens to the session.
 */
public interface OutgoingHandler extends SessionHandler {

    /** A provisional response other than 100 came. */
    default void progressed(SipResponse response) {}

    /**
     * It was accepted. Returns the body of the ACK: the answer, if the offer came in the response, else none (RFC 3261 section
     * 13.2.2.4).
     */
    SipBody answered(Session session, SipResponse response);

    /** It was not accepted. No response in time is 408, none that could come is 503 (section 8.1.3.1). */
    void failed(SipResponse response);
}
