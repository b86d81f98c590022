package io.parley.sip.focus;

import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.function.Function;

/**
 * What is done about the requests within a call that the focus has placed for an MCU of media: what is offered goes to the MCU.
 *
 * @param contact where we are reached
 * @param besides hears of what is none of an MCU's business
 * @param unreadable what becomes of an offer that cannot be read
 */
record MediaConversation(
        MediaSession media,
        Function<IncomingRequest, String> contact,
        SessionHandler besides,
        Outcome.Refused unreadable)
        implements SessionHandler {

    static SipBody body(SessionDescription description) {
        return SipBody.of(SessionDescription.CONTENT_TYPE, description.text());
    }

    @Override
    public void requested(IncomingRequest request) {
        SipBody body = request.request().body();
        boolean changes = request.request().method().matches("INVITE|UPDATE");
        if (changes
                && body.contentType()
                        .filter(it -> it.matches("(?is)application/sdp\\s*(;.*)?"))
                        .isPresent()) {
            if (SessionDescription.read(body.text()) instanceof SdpReading.Read read) {
                media.answer(read.description(), outcome -> request.respond(response(request, outcome)));
            } else {
                request.respond(response(request, unreadable));
            }
        } else if (request.request().method().equals("INVITE") && body.isEmpty()) {
            media.offer(outcome -> request.respond(response(request, outcome)));
        } else {
            besides.requested(request);
        }
    }

    private SipResponse response(IncomingRequest request, Outcome outcome) {
        return outcome instanceof Outcome.Described described
                ? SipResponse.of(200, "OK")
                        .with("Contact", contact.apply(request))
                        .with(body(described.description()))
                : SipResponse.of(((Outcome.Refused) outcome).status(), ((Outcome.Refused) outcome).reason());
    }

    @Override
    public void acknowledged(SipRequest ack) {
        if (SessionDescription.read(ack.body().text()) instanceof SdpReading.Read read) {
            media.answered(read.description());
        }
        besides.acknowledged(ack);
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
}
