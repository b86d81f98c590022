/**
 * A SIP user who calls the foci of conferences (MS-CONFBAS section 3.2): he joins by {@code INVITE} with {@code addUser}, sends commands by
 * {@code INFO}, and follows the roster by {@code SUBSCRIBE}. He has no media and takes no calls.
 *
 * <ol>
 *   <li>{@link io.parley.examples.caller.SipUser}: who he is, and where his server is.
 *   <li>{@link io.parley.examples.caller.Visit}: a conference that he is in.
 *   <li>{@link io.parley.examples.caller.RosterLines}: what a roster tells, for people to read.
 * </ol>
 */
@NullMarked
package io.parley.examples.caller;

import org.jspecify.annotations.NullMarked;
