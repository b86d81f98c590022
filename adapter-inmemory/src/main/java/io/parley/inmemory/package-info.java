/**
 * Every out-port in memory, fit for production embedding and as the fakes of other people's tests.
 *
 * <p>Here: a transactional store of conferences, a directory of users, proof of passwords, identifiers, time, and devices and mixers
 * that are only remembered. Nothing survives the process. Each class says what bounds its memory.
 *
 * <p>For the unit tests of an embedder, time, identifiers and faults can be scripted: {@link io.parley.inmemory.ManualClock} with
 * {@link io.parley.inmemory.ManualScheduler}, {@link io.parley.inmemory.ScriptedIdGenerator}, and {@link io.parley.inmemory.Faults}
 * around any store. For production there are {@link io.parley.inmemory.ThreadScheduler} and
 * {@link io.parley.inmemory.RandomIdGenerator}, and {@link io.parley.inmemory.Silence} where there are no devices.
 *
 * <p>Not here: the engine, which these are given to, and any transport.
 */
@NullMarked
package io.parley.inmemory;

import org.jspecify.annotations.NullMarked;
