/**
 * Who is in a conference by which devices, put together from what the focus knows and from what each MCU reports (MS-CONFBAS sections
 * 2.2.4, 2.2.5 and 3.4.4.2.1, RFC 4575 section 4.6).
 *
 * <p>Here: what the report of an MCU makes of the focus's copy of it, the roster that follows from the copies, and the copy that a watcher
 * keeps. All are pure functions of values; elements are of foreign types, whatever they hold. Not here: what a report does to the conference
 * object (that is {@code participation}), and what each watcher is told (that is {@code subscription}).
 */
@NullMarked
package io.parley.roster;

import org.jspecify.annotations.NullMarked;
