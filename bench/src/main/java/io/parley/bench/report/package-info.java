/** How figures are told. */
@NullMarked
package io.parley.bench.report;

import org.jspecify.annotations.NullMarked;
