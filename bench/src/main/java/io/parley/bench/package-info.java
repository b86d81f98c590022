/**
 * Benchmarks with their baselines; never published.
 *
 * <p>A figure is worth quoting as a ratio of two that were measured in one run on one machine. To run them: {@code mvn -q -pl bench -am
 * -DskipTests package}, then {@link io.parley.bench.Benchmarks} on the class path of this module with a pattern as argument.
 */
@NullMarked
package io.parley.bench;

import org.jspecify.annotations.NullMarked;
