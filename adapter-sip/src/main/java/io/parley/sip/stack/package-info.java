/**
 * The SIP transport and transaction layers (RFC 3261 sections 17 and 18), behind narrow types of our own: the only room in which
 * {@code javax.sip} is known.
 *
 * <p>Here: listening on UDP, TCP and TLS, connections, transactions, and the bounds on what peers can make us hold. Not here: dialogs, and
 * what any message means.
 */
@NullMarked
package io.parley.sip.stack;

import org.jspecify.annotations.NullMarked;
