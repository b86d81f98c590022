/**
 * Which messages belong together: dialogs (RFC 3261 sections 12 to 15), the sessions that INVITE begins and their timers (RFC 4028), and
 * subscriptions on both sides (RFC 6665).
 *
 * <p>Here: a user agent that checks requests, keeps dialogs and hands what they mean to the room above. Everything that happens in one
 * dialog happens one at a time and in order, on an executor that the embedder chooses, and with no lock held: what a handler asks for is
 * done after what it is handling. Not here: sockets and transactions ({@code stack}), who somebody is ({@code authentication}), and what a
 * conference is.
 */
@NullMarked
package io.parley.sip.dialog;

import org.jspecify.annotations.NullMarked;
