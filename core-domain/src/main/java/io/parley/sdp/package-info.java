/**
 * What session descriptions say of streams, and how an offer is answered (RFC 8866, RFC 3264).
 *
 * <p>Here: {@link io.parley.sdp.SessionDescription}, a value that is read from text and written as text; {@link io.parley.sdp.Answering}, the
 * rules between an offer and its answer. Not here: addresses and ports, which are somebody's who has them; media; who takes part in what.
 */
@NullMarked
package io.parley.sdp;

import org.jspecify.annotations.NullMarked;
