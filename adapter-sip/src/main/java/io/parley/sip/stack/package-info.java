/**
 * The SIP transport and transaction layers (RFC 3261 sections 17 and 18), behind narrow types of our own: the only room in which
 * {@code javax.sip} is known.
 *
 * <p>Here: listening on UDP, TCP and TLS, connections, transactions, and the bounds on what peers can make us hold. Not here: dialogs, and
 * what any message means.
 *
 * <p>{@link io.parley.sip.stack.JainSipStack} is a {@code Transports} below and {@code Transactions} above. From the socket to the
 * handler:
 *
 * <ol>
 *   <li>{@code Transports} opens sockets and connections, on a few event loops of Netty for all of them. {@code Connection} is one of them, with its
 *       one queue of what is to be written; {@code ConnectionHandler} ends it in time.
 *   <li>{@code StreamFramer} cuts a connection, and {@code DatagramHandler} takes each datagram, for messages, which {@code MessageReader}
 *       reads: a {@code Reading} is a message, or what is wrong with it.
 *   <li>{@code Transactions} has JAIN's parsers read the few headers by which transactions are known ({@code JainMessages}). The rest of a
 *       message stays in our values, and is neither read nor written by JAIN.
 *   <li>{@code TransactionLayer} is JAIN's, without its dialogs, its event queue, its sockets and its threads: {@code FlowProcessor} and
 *       {@code FlowChannel} stand for the transport, {@code JainTimer} for its clock, {@code ServerMachine} corrects what a server
 *       transaction does with its answer.
 *   <li>{@code ServerTransactions} and {@code ClientTransactions} do what JAIN leaves to its dialogs, and bound it all. By {@code Lanes}
 *       they call the handler and the listeners, one call ({@code Call-ID}) in order.
 * </ol>
 *
 * <p>And back: {@code MessageWriter} writes, and a {@code Flow} is the way to a peer by which the bytes go.
 */
@NullMarked
package io.parley.sip.stack;

import org.jspecify.annotations.NullMarked;
