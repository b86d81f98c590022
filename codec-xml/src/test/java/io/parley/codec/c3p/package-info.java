/** What C3P looks like as XML: what is read though it is not valid, and that what is written is. */
@NullMarked
package io.parley.codec.c3p;

import org.jspecify.annotations.NullMarked;
