package io.parley.sdp;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Session descriptions of all kinds. */
final class SdpArbitraries {

    private SdpArbitraries() {}

    private static Arbitrary<String> token() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("!#$%&'*+-.^_`{|}~09AZ")
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    private static Arbitrary<String> line() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß語\t")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
    }

    static Arbitrary<Connection> connections() {
        return Arbitraries.of("192.0.2.1", "0.0.0.0", "[2001:db8::1]", "media.example.com", "233.252.0.1/127/3")
                .map(Connection::to);
    }

    private static Arbitrary<Origin> origins() {
        return Combinators.combine(token(), digits(), digits(), connections()).as(Origin::new);
    }

    private static Arbitrary<List<Attribute>> attributes() {
        Arbitrary<Attribute> any =
                Combinators.combine(token(), line().optional()).as(Attribute::new);
        Arbitrary<Attribute> known = Arbitraries.of(
                Attribute.flag("sendonly"),
                Attribute.flag("inactive"),
                Attribute.of("rtpmap", "96 opus/48000/2"),
                Attribute.of("rtpmap", "97 VP8/90000"),
                Attribute.of("mid", "0"),
                Attribute.of("label", "main-audio"));
        return Arbitraries.oneOf(any, known).list().ofMaxSize(4);
    }

    private static Arbitrary<MediaDescription> streams() {
        Arbitrary<MediaDescription> bare = Combinators.combine(
                        Arbitraries.of("audio", "video", "message", "x-any"),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.integers().between(1, 65_535)),
                                Tuple.of(1, Arbitraries.just(0))),
                        Arbitraries.of("RTP/AVP", "RTP/SAVPF", "sip", "TCP/MSRP"),
                        Arbitraries.of("0", "8", "96", "97", "null", "*", "101")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5))
                .as(MediaDescription::of);
        return Combinators.combine(
                        bare,
                        Arbitraries.integers().between(1, 3),
                        line().optional(),
                        connections().list().ofMaxSize(2),
                        line().list().ofMaxSize(2),
                        attributes())
                .as((it, ports, title, connections, bandwidths, attributes) -> new MediaDescription(
                        it.media(),
                        it.port(),
                        ports,
                        it.protocol(),
                        it.formats(),
                        title,
                        connections,
                        bandwidths,
                        attributes));
    }

    static Arbitrary<SessionDescription> descriptions() {
        Arbitrary<List<Optional<String>>> texts = line().optional().list().ofSize(2);
        Arbitrary<List<List<String>>> lists = line().list().ofMaxSize(2).list().ofSize(3);
        return Combinators.combine(
                        origins(),
                        line(),
                        texts,
                        lists,
                        connections().optional(),
                        Combinators.combine(digits(), digits()).as((from, to) -> from + " " + to),
                        attributes(),
                        streams().list().ofMaxSize(4))
                .as((origin, name, text, list, connection, times, attributes, streams) -> new SessionDescription(
                        origin,
                        name,
                        text.get(0),
                        text.get(1),
                        list.get(0),
                        list.get(1),
                        connection,
                        list.get(2),
                        times,
                        attributes,
                        streams));
    }
}
