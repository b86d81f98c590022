/**
 * Making conference objects from others (RFC 5239 section 7.1, RFC 6503 section 5.3.4).
 *
 * <p>Here, in its first form: {@link io.parley.cloning.Inheritance}, what of a document a clone takes over; {@link
 * io.parley.cloning.CloningTree}, what is linked to what; {@link io.parley.cloning.Sidebars}, what a main conference holds of its sidebars;
 * {@link io.parley.cloning.Consequences}, what has to be stored with a change. Enforcement will live here too. Not here: who may clone
 * what.
 */
@NullMarked
package io.parley.cloning;

import org.jspecify.annotations.NullMarked;
