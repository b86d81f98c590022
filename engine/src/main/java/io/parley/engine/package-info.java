/**
 * The one implementation of the in-ports: load, ask the core, commit, hand out the effects.
 *
 * <p>Here: {@link io.parley.engine.Parley}, which is built with the ports and gives the services; what follows from changes of
 * conferences (contacts, calls, mixes). Not here: any decision, which is the core's, and any transport.
 */
@NullMarked
package io.parley.engine;

import org.jspecify.annotations.NullMarked;
