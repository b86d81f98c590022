/**
 * Who comes to a conference by signalling, how far he comes in, and how he leaves (MS-CONFBAS sections 3.1 to 3.3, 3.6 to 3.9, 3.14;
 * RFC 4579): decisions about one conference, in terms of no protocol.
 *
 * <p>Here: joining as a list of checks in the order of the design, leaving, the lobby, roles, the lock, ejection, endorsement, activation and
 * deactivation, and what the reports of MCUs do to the roster. Each takes a state of the conference and gives the next one, in which document,
 * attendance and focus agree. Not here: the commands by which they are asked for (that is {@code c3p} and {@code ccmp}).
 */
@NullMarked
package io.parley.participation;

import org.jspecify.annotations.NullMarked;
