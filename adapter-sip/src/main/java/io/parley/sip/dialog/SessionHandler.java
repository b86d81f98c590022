package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;

/**
 * Hears what happens to a {@link Session}.
 *
 * <p>Contract: called on the executor of the user agent, one at a time and in order, {@link #ended} once
 * and last but for {@link #departed}; may take its time, for
 * which only this dialog waits. What it throws is answered 500 and reported.
 */
public interface SessionHandler {

    /** A request came within the dialog, and wants its answer: any but those about sessions and subscriptions that begin or end. */
    void requested(IncomingRequest request);

    /** The ACK to a 2xx of ours came, the first time that it did. */
    default void acknowledged(SipRequest ack) {}

    /** The session is over. */
    void ended(SessionEnd end);

    /** Our BYE was answered, or nobody is there to answer it; not called where the peer ended the session. */
    default void departed() {}
}
