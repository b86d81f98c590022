/**
 * Between bytes and the core's values; the only room that parses XML.
 */
@NullMarked
package io.parley.codec.xml;

import org.jspecify.annotations.NullMarked;
