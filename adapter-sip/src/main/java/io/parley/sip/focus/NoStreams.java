package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.focus.SipStatus;
import io.parley.sdp.Answering;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.dialog.Session;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A call without media: nothing is offered, and of what he offers every stream is refused (RFC 3264 section 6). */
final class NoStreams implements Streams {

    @Override
    public void offer(Consumer<SipBody> offered, Consumer<SipStatus> failed) {
        offered.accept(SipBody.NONE);
    }

    @Override
    public Answered answered(Session session, SipResponse response, Conference joined, Call call) {
        SipBody refusal = SessionDescription.read(response.body().text()) instanceof SdpReading.Read read
                ? SipBody.of(
                        SessionDescription.CONTENT_TYPE,
                        refused(read.description()).text())
                : SipBody.NONE;
        return new Answered(refusal, call);
    }

    private static SessionDescription refused(SessionDescription offer) {
        return Answering.answer(offer, offer.withMedia(List.of()), (place, stream) -> Optional.empty());
    }
}
