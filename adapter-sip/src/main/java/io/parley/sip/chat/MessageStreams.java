package io.parley.sip.chat;

import io.parley.identity.SipUri;
import io.parley.sdp.Answering;
import io.parley.sdp.Attribute;
import io.parley.sdp.Connection;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.Origin;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import io.parley.sip.message.SipBody;
import java.util.List;
import java.util.Optional;

/**
 * Streams of messages in session descriptions: {@code m=message PORT sip null}. The messages go by SIP, within the session's own dialog, so that
 * the port leads nowhere.
 *
 * @param server who describes himself
 * @param acceptTypes the {@code accept-types} of his messages
 */
record MessageStreams(SipUri server, List<String> acceptTypes) {

    private static final String MESSAGE = "message";
    private static final String SIP = "sip";
    private static final int PORT = 5060;

    MessageStreams {
        acceptTypes = List.copyOf(acceptTypes);
    }

    /** What {@code body} says; empty if it is no description. */
    static Optional<SessionDescription> read(SipBody body) {
        return SessionDescription.read(body.text()) instanceof SdpReading.Read read
                ? Optional.of(read.description())
                : Optional.empty();
    }

    /** Whether {@code body} agrees to a stream of messages. */
    static boolean areIn(SipBody body) {
        return read(body).filter(MessageStreams::areIn).isPresent();
    }

    /** Whether messages can go by one of the streams of {@code description}. */
    static boolean areIn(SessionDescription description) {
        return description.media().stream().anyMatch(MessageStreams::isOne);
    }

    private static boolean isOne(MediaDescription stream) {
        return stream.is(MESSAGE) && stream.protocol().equalsIgnoreCase(SIP) && !stream.isRefused();
    }

    /** A description of one stream of messages. */
    SessionDescription offer() {
        return described().with(stream(MESSAGE, SIP, List.of("null")));
    }

    /** The answer to {@code offer}: the first stream of messages is taken, and no other. */
    SessionDescription answer(SessionDescription offer) {
        int first = offer.media().stream().map(MessageStreams::isOne).toList().indexOf(true);
        return Answering.answer(
                offer,
                described(),
                (place, offered) -> place == first
                        ? Optional.of(stream(offered.media(), offered.protocol(), offered.formats()))
                        : Optional.empty());
    }

    private MediaDescription stream(String media, String protocol, List<String> formats) {
        MediaDescription stream = MediaDescription.of(media, server.port().orElse(PORT), protocol, formats);
        return acceptTypes.isEmpty()
                ? stream
                : stream.with(Attribute.of("accept-types", String.join(" ", acceptTypes)));
    }

    private SessionDescription described() {
        Connection here = Connection.to(server.host().orElse(""));
        return SessionDescription.of(new Origin("-", "0", "0", here), here);
    }

    static SipBody body(SessionDescription description) {
        return SipBody.of(SessionDescription.CONTENT_TYPE, description.text());
    }
}
