/**
 * What the engine needs from the world. The Javadoc of a port is its contract: threads, order, nullness, what may be repeated; the
 * contract test of the same name in this module's test-jar says the same, for every implementation to pass.
 */
@NullMarked
package io.parley.ports.out;

import org.jspecify.annotations.NullMarked;
