/**
 * What transports call. Plain blocking calls that return values; the transport chooses the thread.
 */
@NullMarked
package io.parley.ports.in;

import org.jspecify.annotations.NullMarked;
