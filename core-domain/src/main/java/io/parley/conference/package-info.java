/**
 * The conference object: identity, kind, owner, parent, version, document, and who of its users has joined.
 *
 * <p>Here: {@link io.parley.conference.Conference}, the aggregate of which every accepted change makes a new value with the next
 * version; {@link io.parley.conference.Snapshot} and {@link io.parley.conference.Outcome}, between which an operation on one or
 * several of them takes place as a whole; {@link io.parley.conference.Change}, what is told of it afterwards;
 * {@link io.parley.conference.ConferenceInfo}, a typed view of the document, and {@link io.parley.conference.Conferences}, where the
 * building of one begins. Not here: the protocols by which changes are asked for.
 */
@NullMarked
package io.parley.conference;

import org.jspecify.annotations.NullMarked;
