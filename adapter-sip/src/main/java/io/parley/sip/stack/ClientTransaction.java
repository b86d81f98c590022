package io.parley.sip.stack;

/** A request that was sent (RFC 3261 section 17.1). May be used by any number of threads at once. */
public interface ClientTransaction {

    /**
     * Cancels an INVITE (section 9.1): once a provisional response has come, or as soon as it does. Has no effect once there is a final
     * response, or on another method.
     */
    void cancel();
}
