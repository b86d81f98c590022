/**
 * Ports for RTP where no media server is: what comes is thrown away, or sent back to whoever sent it.
 *
 * <p>Here: {@link io.parley.sip.media.RtpEcho}. Not here: mixing, codecs, RTCP; who has agreed to which stream ({@code io.parley.sdp}, and the
 * MCU that answers offers).
 */
@NullMarked
package io.parley.sip.media;

import org.jspecify.annotations.NullMarked;
