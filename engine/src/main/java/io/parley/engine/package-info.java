/**
 * The one implementation of the in-ports: load, ask the core, commit, hand out the effects.
 */
@NullMarked
package io.parley.engine;

import org.jspecify.annotations.NullMarked;
