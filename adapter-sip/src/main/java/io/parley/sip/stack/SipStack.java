package io.parley.sip.stack;

import io.parley.sip.message.SipRequest;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Sends and receives SIP messages: transports and transactions (RFC 3261 sections 17 and 18).
 *
 * <p>Contract: may be called by any number of threads at once, and never waits for a peer. What it calls back is called by threads of its
 * own, for one transaction in order and one call at a time. It keeps no dialog: 2xx responses to INVITE are sent once, and repeating them
 * until the ACK comes is the matter of the room above (section 13.3.1.4).
 */
public interface SipStack extends AutoCloseable {

    /** The address on which it listens by {@code transport}, with the port that it was given; empty if it does not. */
    Optional<InetSocketAddress> listening(Transport transport);

    /**
     * Sends {@code request} in a client transaction of its own. A CANCEL goes by {@link ClientTransaction#cancel}, an ACK to a 2xx by
     * {@link #sendOnce}.
     */
    ClientTransaction send(SipRequest request, Target target, ResponseListener listener);

    /** Sends {@code request} outside any transaction: an ACK to a 2xx, a BENOTIFY. Whatever answers it is dropped. */
    void sendOnce(SipRequest request, Target target);

    /** Stops listening and closes all connections; transactions that are under way end without a word. Has no effect the second time. */
    @Override
    void close();
}
