package io.parley.sip.focus;

import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.Answering;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The streams of one call that an MCU of media serves. What the phone offers goes to the MCU, and what that says goes back; streams of messages
 * in the same call are the chat MCU's, if it has any part in it.
 * All in the turn of its dialog, except that an MCU answers when it likes.
 */
final class MediaCall implements SessionHandler {

    private final MediaSession media;
    private final Optional<ChatMcus> chat;
    private final Function<IncomingRequest, String> contact;
    private final SessionHandler besides;
    private volatile Optional<SessionDescription> messages = Optional.empty();

    /**
     * A call that is being answered.
     *
     * @param media the session with the MCU
     * @param chat the MCU that has the streams of messages of the call; empty if they are refused
     * @param contact where we are reached in the dialog in which a request came
     * @param besides hears of what is none of an MCU's business
     */
    MediaCall(
            MediaSession media,
            Optional<ChatMcus> chat,
            Function<IncomingRequest, String> contact,
            SessionHandler besides) {
        this.media = media;
        this.chat = chat;
        this.contact = contact;
        this.besides = besides;
    }

    /** The answer to {@code offer}, of which the streams of messages are not the MCU's. */
    void answer(SessionDescription offer, Consumer<Outcome> outcome) {
        Optional<SessionDescription> taken = chat.flatMap(mcus -> mcus.answer(offer));
        messages = taken;
        media.answer(others(offer), came -> outcome.accept(with(taken, came)));
    }

    private SessionDescription others(SessionDescription description) {
        return messages.isEmpty() ? description : Answering.part(description, stream -> !stream.is("message"));
    }

    private static Outcome with(Optional<SessionDescription> messages, Outcome came) {
        return messages.isPresent() && came instanceof Outcome.Described described
                ? new Outcome.Described(Answering.together(described.description(), messages.get()))
                : came;
    }

    @Override
    public void acknowledged(SipRequest ack) {
        if (SessionDescription.read(ack.body().text()) instanceof SdpReading.Read read) {
            media.answered(others(read.description()));
        } else {
            media.confirmed();
        }
        besides.acknowledged(ack);
    }

    @Override
    public void requested(IncomingRequest request) {
        SipBody body = request.request().body();
        boolean changes = request.request().method().equals("INVITE")
                || request.request().method().equals("UPDATE");
        if (changes && isDescription(body)) {
            if (SessionDescription.read(body.text()) instanceof SdpReading.Read read) {
                answer(read.description(), outcome -> request.respond(response(request, outcome)));
            } else {
                request.reject(malformed(SessionDescription.read(body.text())));
            }
        } else if (request.request().method().equals("INVITE") && body.isEmpty()) {
            media.offer(came -> request.respond(response(request, with(messages, came))));
        } else {
            besides.requested(request);
        }
    }

    private SipResponse response(IncomingRequest request, Outcome outcome) {
        return outcome instanceof Outcome.Described described
                ? SipResponse.of(200, "OK")
                        .with("Contact", contact.apply(request))
                        .with(body(described.description()))
                : refusal((Outcome.Refused) outcome);
    }

    @Override
    public void ended(SessionEnd end) {
        media.end();
        besides.ended(end);
    }

    @Override
    public void departed() {
        besides.departed();
    }

    static boolean isDescription(SipBody body) {
        return body.contentType()
                .filter(type -> type.matches("(?is)application/sdp\\s*(;.*)?"))
                .isPresent();
    }

    static SipBody body(SessionDescription description) {
        return SipBody.of(SessionDescription.CONTENT_TYPE, description.text());
    }

    static SipResponse refusal(Outcome.Refused refused) {
        return SipResponse.of(refused.status(), refused.reason());
    }

    /** A description that cannot be read, with the line that is wrong. */
    static SipResponse malformed(SdpReading reading) {
        SdpReading.Unreadable fault = (SdpReading.Unreadable) reading;
        return Replies.malformed("the session description, line " + fault.line() + ": " + fault.reason());
    }
}
