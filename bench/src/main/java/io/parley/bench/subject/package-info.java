/**
 * What is measured: servers, each in a process of its own, so that nothing is shared with whoever measures but the machine.
 */
@NullMarked
package io.parley.bench.subject;

import org.jspecify.annotations.NullMarked;
