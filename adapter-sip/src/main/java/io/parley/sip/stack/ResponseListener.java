package io.parley.sip.stack;

import io.parley.sip.message.SipResponse;

/** Hears what becomes of a request that was sent: provisional responses, then one of the others. Must return soon. */
public interface ResponseListener {

    /** A response came. Further 2xx to an INVITE, each of which wants its ACK, come here as well. */
    void responded(SipResponse response, Peer peer);

    /** No final response came in time (64 times T1, RFC 3261 section 17.1.2.2), or it could not be sent. */
    void failed(Failure failure);

    /** Why there is no response. */
    enum Failure {
        /** None came: as if 408 had been the answer (RFC 3261 section 8.1.3.1). */
        TIMEOUT,
        /** It could not be sent, or the connection broke: as if 503 had been the answer. */
        UNREACHABLE
    }
}
