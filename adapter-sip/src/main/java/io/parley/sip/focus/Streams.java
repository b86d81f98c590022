package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.focus.SipStatus;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.focus.PlacedCalls.Order;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.function.Consumer;

/** The streams of a call that the focus places: what is offered for an MCU, and what becomes of the answer. */
interface Streams {

    /**
     * What came of the answer.
     *
     * @param acknowledgement the body of the ACK
     * @param handler hears of the session from now on
     */
    record Answered(SipBody acknowledgement, SessionHandler handler) {}

    /** Those for an MCU of the conference of {@code order}; if none of them has streams, nothing is offered. */
    static Streams of(Reception reception, Order order) {
        Optional<ChatMcus> chat = reception
                .chat()
                .filter(mcus -> reception
                        .ports()
                        .focus()
                        .find(order.focus())
                        .flatMap(Conference::focus)
                        .map(Focus::provisioning)
                        .filter(provisioning -> provisioning.mcus().contains(McuType.CHAT))
                        .isPresent());
        return MediaStreams.of(reception, order)
                .or(() -> chat.map(mcus -> new ChatStreams(mcus, order)))
                .orElseGet(NoStreams::new);
    }

    /**
     * Makes the offer.
     *
     * @param offered is given it, or no body if there is nothing to offer
     * @param failed is told why there is no call without one
     */
    void offer(Consumer<SipBody> offered, Consumer<SipStatus> failed);

    /**
     * He has answered, and has joined.
     *
     * @param call hears of the session what is none of an MCU's business
     */
    Answered answered(Session session, SipResponse response, Conference joined, Call call);

    /** There is no call. Has no effect the second time. */
    default void end() {}
}
