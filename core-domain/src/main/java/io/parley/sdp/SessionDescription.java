package io.parley.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session description (RFC 8866). What it says of time zones, repetitions and keys is not kept: none of it means anything in an offer or an
 * answer (RFC 3264 section 5).
 *
 * @param origin who described the session
 * @param name its name, {@code -} if it has none
 * @param information a title ({@code i=})
 * @param uri where more is told of it ({@code u=})
 * @param emails whom to write to ({@code e=})
 * @param phones whom to call ({@code p=})
 * @param connection where media are received of which nothing else is said
 * @param bandwidths what {@code b=} says
 * @param times when it takes place, two numbers; {@code 0 0} for whenever
 * @param attributes what holds for all streams that do not say otherwise
 * @param media its streams, in order
 */
public record SessionDescription(
        Origin origin,
        String name,
        Optional<String> information,
        Optional<String> uri,
        List<String> emails,
        List<String> phones,
        Optional<Connection> connection,
        List<String> bandwidths,
        String times,
        List<Attribute> attributes,
        List<MediaDescription> media) {

    /** The content type of its text. */
    public static final String CONTENT_TYPE = "application/sdp";

    /** A longer text is not read. */
    public static final int MOST_CHARACTERS = 64 * 1024;

    /** One with more streams neither. */
    public static final int MOST_STREAMS = 32;

    /** Whenever. */
    static final String ANY_TIME = "0 0";

    /** Copies the lists; refuses more than {@value #MOST_STREAMS} streams, and parts that cannot stand where they are to stand. */
    public SessionDescription {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        bandwidths = List.copyOf(bandwidths);
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
        Texts.line("a name", name);
        Texts.line("a title", information);
        Texts.line("a URI", uri);
        Texts.lines("an address", emails);
        Texts.lines("a number", phones);
        Texts.lines("a bandwidth", bandwidths);
        Texts.times(times);
        if (media.size() > MOST_STREAMS) {
            throw new IllegalArgumentException(media.size() + " streams, and no more than " + MOST_STREAMS + " may be");
        }
    }

    /** A description without streams of somebody who receives at one place. */
    public static SessionDescription of(Origin origin, Connection connection) {
        return new SessionDescription(
                origin,
                "-",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(connection),
                List.of(),
                ANY_TIME,
                List.of(),
                List.of());
    }

    /** What {@code text} says, whatever ends its lines. Never throws. */
    public static SdpReading read(String text) {
        return SdpReader.read(text);
    }

    /** As text, which is read as this again. */
    public String text() {
        return SdpWriter.write(this);
    }

    /** Which way {@code stream}, one of these, flows: as it says, or all, or both ways; never to whoever is nowhere. */
    public Direction direction(MediaDescription stream) {
        Direction said =
                stream.direction().or(() -> Direction.first(attributes)).orElse(Direction.SENDRECV);
        boolean nowhere = connection(stream).filter(Connection::isNowhere).isPresent();
        return nowhere ? Direction.of(said.sends(), false) : said;
    }

    /** Where {@code stream}, one of these, is received. */
    public Optional<Connection> connection(MediaDescription stream) {
        return stream.connections().stream().findFirst().or(() -> connection);
    }

    /** Whether one of its streams is not refused. */
    public boolean hasStreams() {
        return media.stream().anyMatch(stream -> !stream.isRefused());
    }

    /** This description with these streams and no others. */
    public SessionDescription withMedia(List<MediaDescription> streams) {
        return new SessionDescription(
                origin, name, information, uri, emails, phones, connection, bandwidths, times, attributes, streams);
    }

    /** This description with one more stream. */
    public SessionDescription with(MediaDescription stream) {
        List<MediaDescription> more = new ArrayList<>(media);
        more.add(stream);
        return withMedia(more);
    }

    /** This description by {@code other}. */
    public SessionDescription with(Origin other) {
        return new SessionDescription(
                other, name, information, uri, emails, phones, connection, bandwidths, times, attributes, media);
    }

    /** This description of a session of that title. */
    public SessionDescription titled(String title) {
        return new SessionDescription(
                origin,
                name,
                Optional.of(title),
                uri,
                emails,
                phones,
                connection,
                bandwidths,
                times,
                attributes,
                media);
    }

    /** This description of a session at those times. */
    SessionDescription at(String other) {
        return new SessionDescription(
                origin, name, information, uri, emails, phones, connection, bandwidths, other, attributes, media);
    }
}
