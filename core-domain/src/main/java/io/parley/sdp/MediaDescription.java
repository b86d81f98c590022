package io.parley.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stream: {@code m=} and what stands below it (RFC 8866 section 5.14).
 *
 * @param media what it carries, such as {@code audio}
 * @param port where it is received; 0 if it is refused, or over (RFC 3264 section 6)
 * @param ports how many ports there are of it, 1 as a rule
 * @param protocol by what, such as {@code RTP/AVP}
 * @param formats in which formats, the preferred first; at least one
 * @param information a title ({@code i=})
 * @param connections where it is received, if that is not said for all of the session
 * @param bandwidths what {@code b=} says
 * @param attributes its attributes in order
 */
public record MediaDescription(
        String media,
        int port,
        int ports,
        String protocol,
        List<String> formats,
        Optional<String> information,
        List<Connection> connections,
        List<String> bandwidths,
        List<Attribute> attributes) {

    private static final int HIGHEST_PORT = 65_535;

    /** Copies the lists; refuses ports that are none, and parts that cannot stand where they are to stand. */
    public MediaDescription {
        Texts.token("a medium", media);
        Texts.word("a protocol", protocol);
        if (port < 0 || port > HIGHEST_PORT || ports < 1 || ports > HIGHEST_PORT) {
            throw new IllegalArgumentException("no ports: " + port + "/" + ports);
        }
        formats = List.copyOf(formats);
        connections = List.copyOf(connections);
        bandwidths = List.copyOf(bandwidths);
        attributes = List.copyOf(attributes);
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("a stream of " + media + " without a format");
        }
        formats.forEach(format -> Texts.word("a format", format));
        Texts.line("a title", information);
        Texts.lines("a bandwidth", bandwidths);
    }

    /** A stream of which nothing more is said. */
    public static MediaDescription of(String media, int port, String protocol, List<String> formats) {
        return new MediaDescription(
                media, port, 1, protocol, formats, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Whether it is one of {@code medium}. */
    public boolean is(String medium) {
        return media.equalsIgnoreCase(medium);
    }

    /** Whether it is refused, or over. */
    public boolean isRefused() {
        return port == 0;
    }

    /** Whether its packets are RTP in clear. */
    public boolean isPlainRtp() {
        return protocol.equals("RTP/AVP") || protocol.equals("RTP/AVPF");
    }

    /** Whether its formats are payload types of RTP. */
    public boolean isRtp() {
        return protocol.contains("RTP/");
    }

    /** What the first attribute of that name says; empty for a flag, and if there is none. */
    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .flatMap(Attribute::value);
    }

    /** Whether there is an attribute of that name. */
    public boolean has(String name) {
        return attributes.stream().anyMatch(attribute -> attribute.name().equals(name));
    }

    /** By what the application tells it apart (RFC 4574). */
    public Optional<String> label() {
        return attribute("label").map(String::strip);
    }

    /** By what the session tells it apart (RFC 5888). */
    public Optional<String> mid() {
        return attribute("mid").map(String::strip);
    }

    /** Which way it flows, if it says so itself. */
    public Optional<Direction> direction() {
        return Direction.first(attributes);
    }

    /** By what its sender marks its packets (RFC 5576), an unsigned number of 32 bits. */
    public OptionalLong ssrc() {
        Optional<String> id = attribute("ssrc").map(text -> text.strip().split(" ", 2)[0]);
        return id.filter(text -> text.matches("[0-9]{1,10}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .filter(number -> number.getAsLong() <= 0xFFFF_FFFFL)
                .orElse(OptionalLong.empty());
    }

    /** The codecs of a stream of RTP, in the order of its formats; those of which nothing is known are left out. */
    public List<RtpMap> codecs() {
        List<RtpMap> codecs = new ArrayList<>();
        for (String format : formats) {
            codec(format).ifPresent(codecs::add);
        }
        return codecs;
    }

    /** What {@code format} means, if that is known. */
    public Optional<RtpMap> codec(String format) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals("rtpmap"))
                .flatMap(attribute -> attribute.value().flatMap(RtpMap::parse).stream())
                .filter(map -> Integer.toString(map.payloadType()).equals(format))
                .findFirst()
                .or(() -> RtpMap.ofTable(format));
    }

    /** The parameters of {@code format} ({@code a=fmtp}). */
    public Optional<String> fmtp(String format) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals("fmtp"))
                .flatMap(attribute -> attribute.value().stream())
                .filter(value -> value.startsWith(format + " "))
                .map(value -> value.substring(format.length() + 1))
                .findFirst();
    }

    /** This stream with one more attribute. */
    public MediaDescription with(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(attribute);
        return new MediaDescription(media, port, ports, protocol, formats, information, connections, bandwidths, more);
    }

    /** This stream flowing that way. */
    public MediaDescription with(Direction direction) {
        List<Attribute> others = new ArrayList<>(attributes);
        others.removeIf(attribute -> Direction.parse(attribute.name()).isPresent());
        others.add(Attribute.flag(direction.word()));
        return new MediaDescription(
                media, port, ports, protocol, formats, information, connections, bandwidths, others);
    }

    /** This stream, received there. */
    public MediaDescription with(Connection connection) {
        return new MediaDescription(
                media, port, ports, protocol, formats, information, List.of(connection), bandwidths, attributes);
    }

    /** This stream under that title. */
    public MediaDescription titled(String title) {
        return new MediaDescription(
                media, port, ports, protocol, formats, Optional.of(title), connections, bandwidths, attributes);
    }

    /** This stream refused: no more is said of it than which it is. */
    public MediaDescription refused() {
        return of(media, 0, protocol, formats);
    }
}
