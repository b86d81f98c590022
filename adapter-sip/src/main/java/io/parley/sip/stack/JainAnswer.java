package io.parley.sip.stack;

import gov.nist.javax.sip.message.SIPResponse;
import io.parley.sip.message.SipResponse;

/** What the transaction layer of JAIN sees of a response that has come. */
final class JainAnswer extends SIPResponse {

    private static final long serialVersionUID = 1L;

    /** The response as the rooms above know it. */
    final transient SipResponse response;

    /** Whom it came from. */
    final transient Peer peer;

    JainAnswer(SipResponse response, Peer peer) {
        this.response = response;
        this.peer = peer;
    }

    @Override
    public Object clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
