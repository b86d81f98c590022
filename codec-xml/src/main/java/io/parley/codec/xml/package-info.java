/**
 * Between bytes and the core's values; the only room that parses XML.
 *
 * <p>{@link io.parley.codec.xml.CcmpCodec} for the messages of CCMP (RFC 6503), {@link io.parley.codec.xml.DocumentCodec} for conference
 * documents that stand alone (RFC 4575, RFC 6501); each is built once and used by all threads. Reading is hardened: UTF-8 and XML 1.0
 * only, no document type, {@link io.parley.codec.xml.Limits} on everything.
 *
 * <p>The parameters of a message go through Jakarta XML Binding. Three things do not, because binding cannot do them: documents and
 * foreign elements, which belong onto the core's tree without a DOM in between; {@code xsi:type} and the specialised element, each of
 * which may be missing and decides then by the other; and what the schema has no place for, which has to be named while the rest is
 * read on. For these the message is read and written by StAX around the binding ({@code MessageReader}, {@code MessageWriter}).
 *
 * <p>Prefixes are no part of the core's tree. A value inside a foreign element that is itself a qualified name loses its prefix.
 */
@NullMarked
package io.parley.codec.xml;

import org.jspecify.annotations.NullMarked;
