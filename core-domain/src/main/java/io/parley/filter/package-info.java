/**
 * Filters (RFC 6503 sections 5.3.1, 5.3.2): what a list is narrowed by.
 *
 * <p>Here: the text of a filter as a request brings it, and what a language makes of such texts: filters that decide about documents at
 * a bounded cost. Not here: a language; XPath 1.0 is {@code io.parley.codec.xml.filter}'s, since the core reads no XML.
 */
@NullMarked
package io.parley.filter;

import org.jspecify.annotations.NullMarked;
