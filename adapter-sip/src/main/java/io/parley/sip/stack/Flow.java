package io.parley.sip.stack;

import java.net.InetSocketAddress;

/**
 * A way to a peer: a connection, or an address that is reached by one of our sockets. May be used by any number of threads at once;
 * what is sent by one thread is written in that order.
 */
interface Flow {

    /** Whom it leads to. */
    Peer peer();

    /** Whether anything can still be sent by it. */
    boolean isOpen();

    /** Whether anybody was there: for a connection, that it was established once. */
    default boolean wasReached() {
        return true;
    }

    /** Sends the bytes of a message, at some time; {@code failed} is run when it becomes known that this is not possible. */
    void send(byte[] message, Runnable failed);

    /** The way for the response to a request that came by this one and names {@code address} as its sender: this one, where it is a connection. */
    default Flow answering(InetSocketAddress address) {
        return this;
    }

    /** Sends the bytes of a message of which nobody has to know whether it arrives. */
    default void send(byte[] message) {
        send(message, () -> {});
    }
}
