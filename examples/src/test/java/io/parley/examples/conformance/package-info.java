/**
 * What a CCMP client sees, requirement by requirement, against a whole system in memory: one class for each clause of RFC 6503 and of
 * the decisions that fill its gaps.
 */
@NullMarked
package io.parley.examples.conformance;

import org.jspecify.annotations.NullMarked;
