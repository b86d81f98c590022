/**
 * XML patches as text: documents of {@code application/xcon-conference-info-diff+xml} (RFC 6502), and what they do to other documents
 * (RFC 5261).
 *
 * <p>Here: {@link io.parley.codec.xml.patch.DiffCodec}, which writes the patches of the core and applies what comes from anybody;
 * {@link io.parley.codec.xml.patch.LocalCopy}, what a subscriber has of a conference. Patches are applied to the document as it is written,
 * with its comments, processing instructions, white space and prefixes, because selectors count and name them; the tree of the core has
 * none of these. Selectors are read before anything is evaluated, and are no XPath beyond RFC 5261 section 8.
 */
@NullMarked
package io.parley.codec.xml.patch;

import org.jspecify.annotations.NullMarked;
