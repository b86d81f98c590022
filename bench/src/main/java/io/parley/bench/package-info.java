/**
 * Benchmarks with their baselines; never published.
 */
@NullMarked
package io.parley.bench;

import org.jspecify.annotations.NullMarked;
