/**
 * Immutable collections that share structure between versions.
 *
 * <p>Here: {@link io.parley.persistent.PersistentMap}, the one collection on which the document tree, the rosters and the stores
 * rest, so that changing one of 100,000 entries copies a path of about seventeen nodes. Not here: anything that knows what a
 * conference is.
 */
@NullMarked
package io.parley.persistent;

import org.jspecify.annotations.NullMarked;
