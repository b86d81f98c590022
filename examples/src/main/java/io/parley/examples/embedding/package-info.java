/**
 * Samples of embedding the engine in a program, each to be read on its own.
 *
 * <ol>
 *   <li>{@link io.parley.examples.embedding.TenLines}: a conference is created, changed, joined and looked at.
 *   <li>{@link io.parley.examples.embedding.BookingDesk}: conference logic of one's own. Its test shows how time, identifiers and
 *       faults are scripted.
 *   <li>{@link io.parley.examples.embedding.HostsOnly} and {@link io.parley.examples.embedding.RosterPrinter}: another policy, and what
 *       follows from changes.
 *   <li>{@link io.parley.examples.embedding.RemoteMeeting}: the client of CCMP, on a server of somebody else.
 * </ol>
 */
@NullMarked
package io.parley.examples.embedding;

import org.jspecify.annotations.NullMarked;
