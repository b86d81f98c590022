/**
 * The messages of C3P and the documents of its rosters as XML (MS-CONFBAS sections 2.2.2.12, 2.2.3, 2.2.4).
 *
 * <p>{@link io.parley.codec.c3p.C3pCodec} is all that others use. Reading goes by way of a tree: {@link io.parley.codec.xml.TreeCodec}
 * reads whatever is XML within the limits, {@link io.parley.c3p.C3pSchema} puts it under the names and in the places that the schema has
 * for it, and only then is it made a value. Writing takes the same way back, so that what is written is in the order of the schema. The
 * reader is lenient where clients and the printed examples are wrong; the writer is not.
 */
@NullMarked
package io.parley.codec.c3p;

import org.jspecify.annotations.NullMarked;
