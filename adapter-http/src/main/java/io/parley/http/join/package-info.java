/**
 * Simple Join (MS-CONFBAS sections 2.2.6, 3.2 and 4.1), without HTTP: what a join URL names, and what is told of it, as a page for
 * people and as an ocsmeet document for programs.
 *
 * <p>{@link io.parley.http.join.JoinPath} reads, {@link io.parley.http.join.JoinPage} and {@link
 * io.parley.http.join.OcsmeetDocument} write; whatever they write passes {@code Escaped}. The page has no script: the plug-ins that the
 * specification starts by one are gone from today's browsers, which hand links and downloads to programs by themselves. How all this
 * is asked for and sent is the business of {@code io.parley.http}.
 */
@NullMarked
package io.parley.http.join;

import org.jspecify.annotations.NullMarked;
