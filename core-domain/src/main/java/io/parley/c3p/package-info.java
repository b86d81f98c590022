/**
 * The Centralized Conference Control Protocol of MS-CONFBAS and MS-CONFPRO: its requests and responses as values.
 *
 * <p>Here: {@link io.parley.c3p.C3pRequest}, {@link io.parley.c3p.C3pResponse} and what they hold (section 2.2.3); one table of the
 * commands ({@link io.parley.c3p.C3pCommand}); who may send which of them (section 3.5.4.2.2); the faults that can be seen without knowing
 * the conference; the schemas of sections 7 and 8 as one table ({@link io.parley.c3p.C3pSchema}). Parts of a conference document are
 * {@link io.parley.document.Element}s of foreign type, since their data model is not that of RFC 6501: order and repetition are kept, and
 * views give them names.
 *
 * <p>{@link io.parley.c3p.DialogId} is not {@code focus.DialogId}: a client names both tags and does not say which of them is the focus's own.
 * What else the focus knows under the same name, such as {@link io.parley.focus.LobbySettings}, is its type.
 *
 * <p>Not here: what a command does to a conference, how it is written (that is {@code codec-xml}) and how it travels.
 */
@NullMarked
package io.parley.c3p;

import org.jspecify.annotations.NullMarked;
