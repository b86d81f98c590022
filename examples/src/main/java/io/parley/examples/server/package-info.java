/**
 * The runnable server: one composition root over the engine and its adapters.
 */
@NullMarked
package io.parley.examples.server;

import org.jspecify.annotations.NullMarked;
