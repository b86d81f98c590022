/**
 * The focus, the conference factory, subscriptions and the chat MCU over SIP.
 *
 * <p>From the ground up: {@code message} holds SIP messages as values, {@code stack} sends and receives them and is the only room that knows
 * the SIP stack underneath, {@code dialog} knows which of them belong together, {@code authentication} who sent them, {@code chat} is the MCU of messages,
 * {@code focus} serves conferences by them.
 */
@NullMarked
package io.parley.sip;

import org.jspecify.annotations.NullMarked;
