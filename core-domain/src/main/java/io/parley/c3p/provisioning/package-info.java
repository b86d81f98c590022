/**
 * What the Focus Factory makes of its commands (MS-CONFPRO): one class a command, each a pure function from what is stored to what is to be
 * stored and a response.
 *
 * <p>Here: what a client may ask to have provisioned, as a list of checks; what of it goes into the conference document and what into the
 * focus, so that both protocols find one and the same conference; the documents that the organizer is answered; where secrets stand in
 * documents once they are in their envelopes. Not here: the envelopes themselves, who the sender is, and repetitions (that is the engine's).
 */
@NullMarked
package io.parley.c3p.provisioning;

import org.jspecify.annotations.NullMarked;
