/**
 * The chat MCU: instant messages of a conference, over sessions of SIP (MS-CONFBAS sections 3.10 and 3.11).
 *
 * <p>Here: who may connect, the offer and answer of a message stream, what is passed on to whom, and calls to people. Not here: what an MCU
 * makes of commands and what it reports ({@code io.parley.mcu}), which request is for an MCU and who its sender is ({@code focus}),
 * dialogs and their timers ({@code dialog}).
 */
@NullMarked
package io.parley.sip.chat;

import org.jspecify.annotations.NullMarked;
