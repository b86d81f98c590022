/**
 * How a test says which requirement of a specification it shows.
 */
@NullMarked
package io.parley.spec;

import org.jspecify.annotations.NullMarked;
