/**
 * How one's own program is tested on top of the engine, and that the samples do what they say.
 */
@NullMarked
package io.parley.examples.embedding;

import org.jspecify.annotations.NullMarked;
