/**
 * What Parley is compared with: the limit of the machine, which answers without knowing anything, and what one would write instead, with the
 * usual libraries and as well as one would write it. Each is a program of its own.
 */
@NullMarked
package io.parley.bench.baseline;

import org.jspecify.annotations.NullMarked;
