/**
 * What the focus itself makes of the commands of C3P (MS-CONFBAS sections 3.6 to 3.9, 3.13, 3.14): one class a command, each a pure function from a
 * state of the conference to the next one and a response. Not here: commands that MCUs execute, which are passed on, and the documents of
 * {@code getConference}.
 */
@NullMarked
package io.parley.c3p.execution;

import org.jspecify.annotations.NullMarked;
