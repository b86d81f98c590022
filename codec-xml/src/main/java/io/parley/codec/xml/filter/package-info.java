/**
 * XPath 1.0 as the language of filters (RFC 6503 sections 5.3.1, 5.3.2), by Jaxen on the core's tree.
 *
 * <p>Here: {@link io.parley.codec.xml.filter.XPathFilters}, which understands expressions, refuses what is no XPath 1.0 or costs too much,
 * and evaluates the others on documents without copying them. Not here: what a sender may see of a document, which is the core's to say.
 */
@NullMarked
package io.parley.codec.xml.filter;

import org.jspecify.annotations.NullMarked;
