/**
 * Making conference objects from others, and what ties them together afterwards (RFC 5239 section 7.1, RFC 6503 section 3.1).
 *
 * <p>Here: {@link io.parley.cloning.Inheritance}, what of a document a clone takes over; {@link io.parley.cloning.CloningTree}, who
 * inherits from whom; {@link io.parley.cloning.Sidebars}, what a main conference holds of its sidebars; {@link
 * io.parley.cloning.Consequences}, what has to be stored with a change; {@link io.parley.cloning.Enforcement}, what linked clones may not
 * have otherwise than their parent. Not here: who may clone what, and what a clone has of its own, which is an {@link
 * io.parley.document.Overlay}.
 */
@NullMarked
package io.parley.cloning;

import org.jspecify.annotations.NullMarked;
