/**
 * What holds for every sequence and every interleaving of CCMP operations: versions, atomicity, validity, and that concurrent operations
 * come to what some order of them one by one would have come to.
 */
@NullMarked
package io.parley.examples.properties;

import org.jspecify.annotations.NullMarked;
