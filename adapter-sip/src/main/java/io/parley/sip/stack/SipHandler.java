package io.parley.sip.stack;

import io.parley.sip.message.SipRequest;

/**
 * Takes the requests that come in.
 *
 * <p>Contract: called by any number of threads at once; must return soon. What it throws is answered 500 and reported.
 */
public interface SipHandler {

    /** A request has come that wants an answer: any but ACK and CANCEL. Retransmissions do not come here. */
    void received(ServerTransaction transaction);

    /** The ACK to a 2xx has come; that to another final response is the stack's matter. */
    void acknowledged(SipRequest ack, Peer peer);

    /**
     * The connection of that number has ended, whoever ended it. Who is behind it may come back by another; requests that came by it may be
     * handed on after this.
     */
    default void disconnected(long connection) {}
}
