/** That every port in memory keeps its contract, and what each does beyond it. */
@NullMarked
package io.parley.inmemory;

import org.jspecify.annotations.NullMarked;
