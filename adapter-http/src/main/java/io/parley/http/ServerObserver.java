package io.parley.http;

/**
 * Hears of what a server does: for metrics.
 *
 * <p>Contract: called by any number of threads at once; returns soon and throws nothing.
 */
public interface ServerObserver {

    /** A request has been dealt with. */
    default void served(ServedRequest request) {}

    /** A connection was accepted. */
    default void connectionOpened() {}

    /** A connection that was accepted has ended. */
    default void connectionClosed() {}

    /** A connection was turned away, because there are too many. */
    default void connectionRefused() {}

    /** Somebody began to follow a conference by server-sent events. */
    default void streamOpened() {}

    /** Somebody who followed by server-sent events no longer does. */
    default void streamClosed() {}

    /** A call-back was registered. */
    default void callbackRegistered() {}

    /** A call-back ended, for whatever reason. */
    default void callbackRemoved() {}

    /** An event did not reach its call-back, this time. */
    default void callbackFailed() {}

    /** A call-back was given up, after too many failures. */
    default void callbackGivenUp() {}
}
