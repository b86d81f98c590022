/**
 * Load on HTTP servers: a client that costs little, so that what is measured is the server. Closed loops find out how much a server can do;
 * open ones how long it lets clients wait, who come whether or not it has answered those before.
 */
@NullMarked
package io.parley.bench.load;

import org.jspecify.annotations.NullMarked;
