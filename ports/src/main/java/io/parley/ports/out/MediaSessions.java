package io.parley.ports.out;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.McuId;
import io.parley.sdp.SessionDescription;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sessions of participants with the MCUs of a {@link McuGateway} that are described by SDP (RFC 4353 section 4, RFC 4579 section 5.1): a focus
 * has the dialog, the MCU the media.
 *
 * <p>Contract: may be called by any number of threads at once, for one session one call at a time. Every call returns when the order is on its
 * way and never waits for media or for the focus; what comes of it is told by any thread, possibly before the call returns, and while no lock
 * is held. An MCU shows who is in by its ordinary reports ({@link io.parley.ports.in.FocusService#report}), which come before the outcome of
 * what changed them: a user with one endpoint, and in it one {@code media} for each stream that is not refused, with
 *
 * <ul>
 *   <li>an {@code id} that the MCU makes and that stays the same for the life of the stream (RFC 4575 section 5.8),
 *   <li>the {@code type} of its {@code m=}, the {@code label} that our description of it gives as {@code a=label} (section 5.8.3), the text of its
 *       {@code i=} (section 5.8.1), and the SSRC of the participant as {@code src-id} if he has told it (section 5.8.4),
 *   <li>the {@code status} as he sees it (section 5.8.5): what was agreed, less what the focus has muted.
 * </ul>
 */
public interface MediaSessions {

    /** Whether {@code mcu} is of a type that takes at least one stream of {@code offer}. It need not run. */
    boolean serves(McuId mcu, SessionDescription offer);

    /** Whether {@code mcu} is of a type that can make an offer itself. It need not run. */
    boolean offers(McuId mcu);

    /**
     * A session that begins. Nothing is asked of it yet, and nobody is told of it.
     *
     * @param dismissed is told, once at most and with a reason for humans, that the MCU has sent the participant away: he was deleted, came
     *     by another device, agreed to nothing, or the MCU has ended or died. The dialog has to be ended; {@link MediaSession#end} need not be
     *     called any more
     */
    MediaSession open(Leg leg, Consumer<String> dismissed);

    /**
     * Whose session it is.
     *
     * @param mcu with which MCU
     * @param id tells it apart from all others there are
     * @param user whose it is
     * @param displayName his name for humans, if it is known
     * @param contact where his device is reached, as its {@code Contact} says
     * @param method who called whom
     */
    record Leg(
            McuId mcu, String id, SipUri user, Optional<String> displayName, String contact, C3pJoiningMethod method) {

        /** Refuses nulls. */
        public Leg {
            Objects.requireNonNull(mcu, "mcu");
            Objects.requireNonNull(user, "user");
        }
    }

    /** What came of an order. */
    sealed interface Outcome {

        /**
         * The answer, or the offer.
         *
         * @param description what is to be sent
         */
        record Described(SessionDescription description) implements Outcome {}

        /**
         * There is none, and nothing has changed.
         *
         * @param status with which code of SIP the participant is refused, from 400 to 699
         * @param reason why, in words for humans that fit on one line
         */
        record Refused(int status, String reason) implements Outcome {

            /** Refuses a code that refuses nothing. */
            public Refused {
                if (status < 400 || status > 699) {
                    throw new IllegalArgumentException("nobody is refused by " + status);
                }
            }
        }
    }
}
