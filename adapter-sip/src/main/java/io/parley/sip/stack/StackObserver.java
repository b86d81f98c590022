package io.parley.sip.stack;

/**
 * Hears of what a stack does: for metrics. How much there is at a time tells {@link JainSipStack#occupancy()}.
 *
 * <p>Contract: called by any number of threads at once; returns soon and throws nothing.
 */
public interface StackObserver {

    /** Nobody. */
    StackObserver NONE = new StackObserver() {};

    /** A connection was opened, from either side. */
    default void connectionOpened(Transport transport) {}

    /** A connection that was opened has ended. */
    default void connectionClosed(Transport transport) {}

    /** A connection was turned away, because there are too many. */
    default void connectionRefused(Transport transport) {}

    /** A request was handed to the handler. */
    default void requestReceived(String method, Transport transport) {}

    /** A request was answered 503, because there are too many. */
    default void requestRefused(Transport transport) {}

    /** Something came that is no sensible message, and was answered 400 or dropped. */
    default void messageMalformed(Transport transport) {}

    /** A connection was closed because its peer does not take what is sent to it. */
    default void peerTooSlow(Transport transport) {}
}
