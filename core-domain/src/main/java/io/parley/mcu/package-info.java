/**
 * What an MCU knows of its conference, what it reports, and what the commands of C3P make of it (MS-CONFBAS sections 2.2.5, 3.4.4.3, 3.10
 * and 3.11): decisions that are the same for every MCU, whatever it mixes and however it is reached.
 *
 * <p>Here: {@link io.parley.mcu.McuState}, a value, and its documents; {@link io.parley.mcu.McuCommands}, which gives the next state and the
 * response. Not here: the focus's copy of it (that is {@code focus} and {@code roster}), calls, media and messages (those are adapters').
 */
@NullMarked
package io.parley.mcu;

import org.jspecify.annotations.NullMarked;
