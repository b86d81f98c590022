/**
 * The server as its operator and its clients see it.
 */
@NullMarked
package io.parley.examples.server;

import org.jspecify.annotations.NullMarked;
