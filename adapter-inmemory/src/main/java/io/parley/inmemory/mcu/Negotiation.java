package io.parley.inmemory.mcu;

import io.parley.inmemory.mcu.AvailableMedia.Available;
import io.parley.inmemory.mcu.RtpPorts.RtpPort;
import io.parley.mcu.Streams;
import io.parley.sdp.Answering;
import io.parley.sdp.Attribute;
import io.parley.sdp.Connection;
import io.parley.sdp.Direction;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.Origin;
import io.parley.sdp.SessionDescription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Our side of one session: what we take and offer, and the ports of it. Serves one thread at a time. */
final class Negotiation {

    /** Nothing that comes is decoded: these are codecs that phones have. */
    private static final Map<String, List<String>> ENCODINGS = Map.of(
            AudioVideo.AUDIO, List.of("opus", "G722", "PCMU", "PCMA", "GSM", "telephone-event"),
            AudioVideo.VIDEO, List.of("VP8", "H264", "H263", "H263-1998"));

    private static final String TONES = "telephone-event";

    private final RtpPorts ports;
    private final long sessionId;
    private final Map<Integer, RtpPort> open = new HashMap<>();
    private Optional<SessionDescription> last = Optional.empty();

    Negotiation(RtpPorts ports, long sessionId) {
        this.ports = ports;
        this.sessionId = sessionId;
    }

    /** Whether a stream of {@code offer} may be taken. */
    static boolean serves(SessionDescription offer) {
        return offer.media().stream()
                .anyMatch(stream -> !stream.isRefused() && !formats(stream).isEmpty());
    }

    /** The formats in common; none if these are nothing but tones. */
    private static List<String> formats(MediaDescription offered) {
        List<String> formats = offered.isPlainRtp()
                ? Answering.common(offered, ENCODINGS.getOrDefault(offered.media(), List.of()))
                : List.of();
        return formats.stream().allMatch(format -> isTones(offered, format)) ? List.of() : formats;
    }

    private static boolean isTones(MediaDescription offered, String format) {
        return offered.codec(format).filter(codec -> codec.is(TONES)).isPresent();
    }

    /**
     * The answer to {@code offer}, of which one stream of each type is taken; empty if none is, because none is of ours or no port is left.
     *
     * @param title what the conference is called
     */
    Optional<SessionDescription> answer(SessionDescription offer, AvailableMedia available, Optional<String> title) {
        Set<String> taken = new HashSet<>();
        SessionDescription answer = Answering.answer(offer, unversioned(title), (place, offered) -> {
            Optional<Available> medium = available.of(offered.media()).filter(it -> taken.add(offered.media()));
            List<String> formats = formats(offered);
            Direction most = offer.direction(offered).reversed();
            return medium.isEmpty() || formats.isEmpty()
                    ? Optional.empty()
                    : port(place)
                            .map(port -> answered(offered, formats, port)
                                    .with(medium.get().direction().reversed().within(most)))
                            .map(stream -> described(stream, medium.get()));
        });
        return answer.hasStreams() ? Optional.of(versioned(answer)) : Optional.empty();
    }

    private static MediaDescription answered(MediaDescription offered, List<String> formats, RtpPort port) {
        MediaDescription stream = MediaDescription.of(
                        offered.media(), port.address().getPort(), offered.protocol(), formats)
                .with(Connection.to(port.address().getHostString()));
        for (Attribute attribute : offered.attributes()) {
            boolean keeps = attribute.name().equals("rtcp-mux")
                    || attribute.name().equals("rtpmap") && formats.contains(format(attribute))
                    || attribute.name().equals("fmtp") && formats.contains(format(attribute));
            stream = keeps ? stream.with(attribute) : stream;
        }
        return stream;
    }

    private static String format(Attribute attribute) {
        return attribute.value().orElse("").strip().split(" ", 2)[0];
    }

    private static MediaDescription described(MediaDescription stream, Available medium) {
        MediaDescription labelled = stream.with(Attribute.of("label", medium.label()));
        return medium.title().map(labelled::titled).orElse(labelled);
    }

    /** An offer of audio, or of what is agreed already; empty if there is no audio, or no port left. */
    Optional<SessionDescription> offer(AvailableMedia available, Optional<String> title) {
        if (last.isPresent()) {
            List<MediaDescription> again = last.get().media().stream()
                    .map(stream -> available
                            .of(stream.media())
                            .filter(medium -> !stream.isRefused())
                            .map(medium -> stream.with(medium.direction().reversed()))
                            .orElse(stream))
                    .toList();
            return Optional.of(versioned(last.get().withMedia(again)));
        }
        Optional<Available> medium = available.of(AudioVideo.AUDIO);
        return medium.flatMap(there -> port(0).map(port -> {
            MediaDescription audio = MediaDescription.of(
                            AudioVideo.AUDIO, port.address().getPort(), "RTP/AVP", List.of("0", "8", "101"))
                    .with(Connection.to(port.address().getHostString()))
                    .with(Attribute.of("rtpmap", "0 PCMU/8000"))
                    .with(Attribute.of("rtpmap", "8 PCMA/8000"))
                    .with(Attribute.of("rtpmap", "101 telephone-event/8000"))
                    .with(Attribute.of("fmtp", "101 0-15"))
                    .with(there.direction().reversed());
            return versioned(unversioned(title).with(described(audio, there)));
        }));
    }

    private Optional<RtpPort> port(int place) {
        if (!open.containsKey(place)) {
            ports.open().ifPresent(port -> open.put(place, port));
        }
        return Optional.ofNullable(open.get(place));
    }

    private SessionDescription unversioned(Optional<String> title) {
        Origin origin = last.map(SessionDescription::origin).orElseGet(() -> Origin.of(sessionId, "0.0.0.0"));
        SessionDescription plain = SessionDescription.of(origin, origin.address());
        return title.map(plain::titled).orElse(plain);
    }

    /** {@code next} as the description that follows the last one: under its version if it says the same (RFC 3264 section 8). */
    private SessionDescription versioned(SessionDescription next) {
        Connection place = next.media().stream()
                .flatMap(stream -> stream.connections().stream())
                .findFirst()
                .orElse(next.origin().address());
        Origin first = new Origin("-", Long.toString(sessionId), "1", place);
        SessionDescription placed =
                next.with(last.map(SessionDescription::origin).orElse(first)).receivedAt(place);
        SessionDescription versioned =
                last.filter(before -> !before.equals(placed)).isPresent()
                        ? placed.with(placed.origin().next())
                        : placed;
        last = Optional.of(versioned);
        return versioned;
    }

    /** Gives back the ports of which {@code streams} has no use. */
    void settle(Streams streams) {
        open.entrySet().removeIf(entry -> {
            boolean unused = streams.streams().stream().noneMatch(stream -> stream.place() == entry.getKey());
            if (unused) {
                entry.getValue().close();
            }
            return unused;
        });
    }

    /** Has the port of the stream at {@code place} heard or not. */
    void heard(int place, boolean now) {
        Optional.ofNullable(open.get(place)).ifPresent(port -> port.heard(now));
    }

    void close() {
        open.values().forEach(RtpPort::close);
        open.clear();
    }
}
