package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions of streams, from whomever they come. */
class SdpTest {

    private static final SipUri HERE = SipUri.of("sip:10.0.0.2:5070");
    private static final List<String> TYPES = List.of("text/plain", "text/html");

    private static final String OFFER = "v=0\no=- 0 0 IN IP4 10.0.1.1\ns=session\nc=IN IP4 10.0.1.1\nt=0 0\n"
            + "m=message 5060 sip null\na=accept-types:text/plain multipart/alternative image/gif \n\n";

    @Provide
    static Arbitrary<Sdp.Stream> streams() {
        Arbitrary<String> words =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(
                        Arbitraries.of("audio", "video", "message", "application"),
                        Arbitraries.integers().between(0, 65_535),
                        Arbitraries.of("RTP/AVP", "sip", "SIP", "TCP/MSRP"),
                        words.list().ofMinSize(1).ofMaxSize(3))
                .as((medium, port, protocol, formats) -> new Sdp.Stream(medium, port, protocol, formats, List.of()));
    }

    @Provide
    static Arbitrary<Sdp> descriptions() {
        return streams().list().ofMaxSize(Sdp.MOST_STREAMS).map(Sdp::new);
    }

    @Provide
    static Arbitrary<String> almostDescriptions() {
        Arbitrary<String> lines = Arbitraries.oneOf(
                Arbitraries.of(
                        "m=message 5060 sip null", "a=accept-types:", "a=accept-types:a b", "m=", "m=a 1 b", "="),
                Arbitraries.strings().ofMaxLength(20));
        return lines.list().ofMaxSize(40).map(all -> "v=0\r\n" + String.join("\r\n", all));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("descriptions") Sdp sdp) {
        assertThat(Sdp.read(sdp.body(HERE).text())).contains(sdp);
    }

    @Property
    void anAnswerHasTheStreamsOfTheOfferAndTakesOneOfMessagesAtMost(@ForAll("descriptions") Sdp offer) {
        Sdp answer = offer.answer(5070, TYPES);
        assertThat(answer.streams())
                .extracting(Sdp.Stream::medium, Sdp.Stream::protocol, Sdp.Stream::formats)
                .containsExactlyElementsOf(offer.streams().stream()
                        .map(stream -> tuple(stream.medium(), stream.protocol(), stream.formats()))
                        .toList());
        assertThat(answer.streams().stream().filter(stream -> stream.port() != 0))
                .hasSize(offer.hasMessages() ? 1 : 0)
                .allMatch(Sdp.Stream::isOfMessages)
                .allMatch(stream -> stream.acceptTypes().equals(TYPES));
    }

    @Property
    void anythingIsReadOrNot(@ForAll String text, @ForAll("almostDescriptions") String almost) {
        assertThat(Sdp.read(text)).isNotNull();
        Optional<Sdp> read = Sdp.read(almost);
        read.ifPresent(sdp -> assertThat(Sdp.read(sdp.body(HERE).text())).contains(sdp));
    }

    @Test
    void clientsMayEndTheirLinesAsTheyLike() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(Sdp.read(OFFER.replace("\n", end)))
                    .hasValueSatisfying(sdp -> assertThat(sdp.streams().get(0).acceptTypes())
                            .containsExactly("text/plain", "multipart/alternative", "image/gif"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "v=1\r\nm=message 5060 sip null\r\n",
                "v=0\r\nm=message\r\n",
                "v=0\r\nm=message 5060 sip\r\n",
                "v=0\r\nm=message -1 sip null\r\n",
                "v=0\r\nm=message 65536 sip null\r\n",
                "v=0\r\nm=message 99999999999 sip null\r\n"
            })
    void whatIsNoDescriptionIsNotRead(String text) {
        assertThat(Sdp.read(text)).isEmpty();
    }

    @Test
    void descriptionsAreReadUpToTheirBoundsAndNoFurther() {
        String stream = "m=audio 1 RTP/AVP 0\r\n";
        assertThat(Sdp.read("v=0\r\n" + stream.repeat(Sdp.MOST_STREAMS))).isPresent();
        assertThat(Sdp.read("v=0\r\n" + stream.repeat(Sdp.MOST_STREAMS + 1))).isEmpty();
        String longest = "v=0" + "\n".repeat(Sdp.MOST_CHARACTERS - 3);
        assertThat(Sdp.read(longest)).isPresent();
        assertThat(Sdp.read(longest + "\n")).isEmpty();
    }

    @Test
    void theAddressIsTheServers() {
        Sdp messages = Sdp.ofMessages(Sdp.port(HERE), TYPES);
        assertThat(messages.body(HERE).text())
                .isEqualTo("v=0\r\no=- 0 0 IN IP4 10.0.0.2\r\ns=session\r\nc=IN IP4 10.0.0.2\r\nt=0 0\r\n"
                        + "m=message 5070 sip null\r\na=accept-types:text/plain text/html\r\n");
        assertThat(messages.body(SipUri.of("sip:[2001:db8::1]")).text()).contains("c=IN IP6 2001:db8::1\r\n");
        assertThat(Sdp.port(SipUri.of("sip:[2001:db8::1]"))).isEqualTo(5060);
    }
}
