/** Tests of what the engine keeps beside the store. */
@NullMarked
package io.parley.engine;

import org.jspecify.annotations.NullMarked;
