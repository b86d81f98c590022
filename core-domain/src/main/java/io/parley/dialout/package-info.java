/**
 * The calls that the focus places, and whom it calls or sends away because somebody asks it by REFER (RFC 4579 sections 5.5 to 5.11, RFC 6501
 * sections 4.6.3 and 4.6.5.3 to 4.6.5.5): decisions about one conference, in terms of no protocol.
 *
 * <p>Here: how a call begins, what its outcomes do to the conference, when it is tried again, and who may refer. Not here: whoever answers
 * joins as everybody else does, by {@code participation}.
 */
@NullMarked
package io.parley.dialout;

import org.jspecify.annotations.NullMarked;
