/**
 * MCUs in memory behind the port {@link io.parley.ports.out.McuGateway}, which know who is in and what is muted, and carry no media.
 *
 * <p>Here: {@link io.parley.inmemory.mcu.InMemoryMcus}, well-behaved and fit for a server whose media are mixed elsewhere;
 * {@link io.parley.inmemory.mcu.ScriptedMcus} around them, for the tests of whoever has to live with MCUs that are slow, refuse, die or lose
 * reports; {@link io.parley.inmemory.mcu.McuGateways}, which makes one gateway of several by the types of their MCUs. What they decide is
 * {@code io.parley.mcu}'s. None has a thread of its own.
 */
@NullMarked
package io.parley.inmemory.mcu;

import org.jspecify.annotations.NullMarked;
