/** A focus that is simulated from a seed: MCUs, participants, watchers and CCMP clients, over a network that loses and reorders. */
@NullMarked
package io.parley.examples.focus.simulation;

import org.jspecify.annotations.NullMarked;
