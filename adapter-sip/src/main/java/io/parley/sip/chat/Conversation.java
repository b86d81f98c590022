package io.parley.sip.chat;

import io.parley.sdp.SessionDescription;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** What is done about the requests within a session of a chat MCU. */
final class Conversation {

    private static final SipResponse OK = SipResponse.of(200, "OK");

    private final ChatMcu mcu;
    private final ChatSettings settings;

    Conversation(ChatMcu mcu, ChatSettings settings) {
        this.mcu = mcu;
        this.settings = settings;
    }

    /** Answers {@code incoming} of whoever sits on {@code seat}: false if it is none of an MCU's business. */
    boolean requested(Optional<Seat> seat, IncomingRequest incoming) {
        SipRequest request = incoming.request();
        switch (request.method()) {
            case "MESSAGE" -> incoming.respond(heard(seat, request));
            case "INVITE", "UPDATE" -> incoming.respond(changed(request));
            case "INFO" -> {
                if (!Relayed.isKeyboardActivity(request)) {
                    return false;
                }
                incoming.respond(heard(seat, request));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code response}, whose {@code Allow} names what is taken in a call with a stream of messages, if it names anything. */
    static SipResponse allowing(SipResponse response) {
        return response.header("Allow")
                .filter(methods -> !response.headers().lists("Allow", "MESSAGE"))
                .map(methods -> response.with("Allow", methods + ", MESSAGE"))
                .orElse(response);
    }

    private SipResponse heard(Optional<Seat> seat, SipRequest request) {
        if (request.body().size() > settings.mostBytes()) {
            return Refusals.TOO_LARGE;
        }
        boolean isIn = seat.isPresent()
                && mcu.passOn(seat.get(), Relayed.of(request, seat.get().sender()));
        return isIn ? OK : Refusals.NOT_IN;
    }

    /** A new offer, or a request that only refreshes. The stream of messages has to stay. */
    private SipResponse changed(SipRequest request) {
        if (request.body().isEmpty()) {
            return request.method().equals("INVITE")
                    ? OK.with(MessageStreams.body(settings.streams().offer()))
                    : OK;
        }
        Answer answer = Answer.to(request.body(), settings);
        return answer.refusal().orElseGet(() -> OK.with(answer.body()));
    }

    /**
     * The answer to an offer.
     *
     * @param refusal why there is none
     * @param body the session description, if there is one
     */
    record Answer(Optional<SipResponse> refusal, SipBody body) {

        /** The answer to {@code offer}; without one, an offer. */
        static Answer to(SipBody offer, ChatSettings settings) {
            if (offer.isEmpty()) {
                return new Answer(
                        Optional.empty(), MessageStreams.body(settings.streams().offer()));
            }
            if (!Relayed.isOfType(offer, SessionDescription.CONTENT_TYPE)) {
                return refused(Refusals.NO_DESCRIPTION);
            }
            Optional<SessionDescription> read = MessageStreams.read(offer);
            if (read.isEmpty()) {
                return refused(Refusals.MALFORMED);
            }
            return MessageStreams.areIn(read.get())
                    ? new Answer(
                            Optional.empty(),
                            MessageStreams.body(settings.streams().answer(read.get())))
                    : refused(Refusals.NO_MESSAGES);
        }

        private static Answer refused(SipResponse refusal) {
            return new Answer(Optional.of(refusal), SipBody.NONE);
        }
    }
}
