/** The contract of MCUs, passed by those in memory, and what else they do. */
@NullMarked
package io.parley.inmemory.mcu;

import org.jspecify.annotations.NullMarked;
