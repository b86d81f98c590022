/**
 * Every out-port in memory, fit for production embedding and for tests.
 */
@NullMarked
package io.parley.inmemory;

import org.jspecify.annotations.NullMarked;
