/**
 * CCMP over HTTP, measured: the same work loads for Parley, for the limit of the machine, and for what one would write instead.
 */
@NullMarked
package io.parley.bench.http;

import org.jspecify.annotations.NullMarked;
