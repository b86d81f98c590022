package io.parley.sip.dialog;

/** An INVITE that was sent and is not yet answered. May be used by any number of threads at once. */
public interface OutgoingInvite {

    /**
     * Gives up (RFC 3261 section 9.1): the handler is told that it failed, or, if the peer accepts at the same moment, the session is
     * ended as soon as it begins. Has no effect later.
     */
    void cancel();
}
