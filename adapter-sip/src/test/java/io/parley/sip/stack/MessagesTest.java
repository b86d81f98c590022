package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.header.Via;
import io.netty.channel.embedded.EmbeddedChannel;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is written and read (RFC 3261 section 7). */
class MessagesTest {

    private static final String VIA = "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1;rport";

    private static Reading read(String message) {
        return DatagramHandler.read(message.getBytes(StandardCharsets.UTF_8), StackBounds.defaults());
    }

    private static SipRequest request(String message) {
        assertThat(read(message)).isInstanceOf(Reading.Read.class);
        return (SipRequest) ((Reading.Read) read(message)).message();
    }

    private static String reason(String message) {
        assertThat(read(message)).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) read(message)).reason();
    }

    private static String info(String... lines) {
        return "INFO sip:bob@example.com SIP/2.0\r\n"
                + "Via: " + VIA + "\r\n"
                + "From: <sip:alice@example.com>;tag=1\r\n"
                + "To: <sip:bob@example.com>\r\n"
                + "Call-ID: 1@example.com\r\n"
                + "CSeq: 1 INFO\r\n"
                + Arrays.stream(lines).map(line -> line + "\r\n").reduce("", String::concat)
                + "\r\n";
    }

    @Property(tries = 300)
    void aRequestIsReadAsItWasWritten(@ForAll("requests") SipRequest request) {
        byte[] written = MessageWriter.request(request, VIA);
        Reading read = DatagramHandler.read(written, StackBounds.defaults());
        assertThat(read).isInstanceOf(Reading.Read.class);
        SipRequest again = (SipRequest) ((Reading.Read) read).message();
        assertThat(again.method()).isEqualTo(request.method());
        assertThat(again.uri()).isEqualTo(request.uri());
        assertThat(again.body()).isEqualTo(request.body());
        assertThat(again.headers().without("Via").without("Max-Forwards")).isEqualTo(request.headers());
    }

    @Provide
    Arbitrary<SipRequest> requests() {
        Arbitrary<String> name =
                Arbitraries.strings().alpha().ofMinLength(3).ofMaxLength(12).map("X-"::concat);
        Arbitrary<String> value =
                Arbitraries.strings().withCharRange(' ', '~').withChars("äöü€漢").ofMaxLength(40);
        Arbitrary<SipBody> body = Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(200)
                .map(bytes -> SipBody.of("application/octet-stream", bytes));
        Arbitrary<SipHeaders> headers = Combinators.combine(name, value)
                .as(SipHeaders.Field::new)
                .list()
                .ofMaxSize(6)
                .map(SipHeaders::of);
        return Combinators.combine(headers, body, Arbitraries.of("INFO", "SERVICE", "x-Odd.1"))
                .as((more, content, method) -> {
                    SipRequest request = Requests.of(method).with(content);
                    for (SipHeaders.Field field : more.fields()) {
                        request = request.and(field.name(), field.value());
                    }
                    return request;
                });
    }

    @Test
    void compactNamesAreTheLongOnes() {
        SipRequest request = request("INFO sip:bob@example.com SIP/2.0\r\n"
                + "v: " + VIA + "\r\nf: <sip:alice@example.com>;tag=1\r\nt: <sip:bob@example.com>\r\n"
                + "i: 1@example.com\r\nCSeq: 1 INFO\r\nc: text/plain\r\nk: timer\r\nl: 2\r\n\r\nhi");
        assertThat(request.header("Supported")).hasValue("timer");
        assertThat(request.body()).isEqualTo(SipBody.of("text/plain", "hi"));
        assertThat(request.header("Content-Type")).isEmpty();
    }

    @Test
    void aHeaderMayGoOnOnTheNextLine() {
        assertThat(request(info("Subject: one\r\n two\r\n\t three")).header("Subject"))
                .hasValue("one two three");
    }

    @Test
    void whatStandsBehindTheBodyOfADatagramIsDropped() {
        assertThat(request(info("Content-Type: text/plain", "Content-Length: 2") + "high")
                        .body()
                        .text())
                .isEqualTo("hi");
    }

    @Test
    void withoutALengthTheBodyOfADatagramIsItsRest() {
        assertThat(request(info("Content-Type: text/plain") + "high").body().text())
                .isEqualTo("high");
    }

    @Test
    void aLengthBeyondTheDatagramIs400() {
        assertThat(reason(info("Content-Length: 5") + "high")).isEqualTo("Bad Content-Length");
    }

    @Test
    void theNumberOfCSeqIsBelow2To31() {
        assertThat(request(info().replace("CSeq: 1 ", "CSeq: 2147483647 ")).header("CSeq"))
                .hasValue("2147483647 INFO");
        assertThat(reason(info().replace("CSeq: 1 ", "CSeq: 2147483648 "))).isEqualTo("Bad CSeq");
        assertThat(reason(info().replace("CSeq: 1 INFO", "CSeq: 1 BYE"))).isEqualTo("Bad CSeq");
        assertThat(reason(info().replace("CSeq: 1 INFO", "CSeq: -1 INFO"))).isEqualTo("Bad CSeq");
    }

    @Test
    void whatEveryRequestHasIsThereOnce() {
        for (String name : new String[] {"From", "To", "Call-ID", "CSeq", "Via"}) {
            String without = info().replaceFirst("(?m)^" + name + ": .*\r\n", "");
            assertThat(reason(without)).isEqualTo("Bad " + name);
            if (!name.equals("Via")) {
                String line = name + ": " + request(info()).header(name).orElseThrow();
                assertThat(reason(info(line))).isEqualTo("Bad " + name);
            }
        }
    }

    @Test
    void anotherVersionIs505() {
        Reading.Refused refused = (Reading.Refused) read(info().replaceFirst("SIP/2.0\r", "SIP/7.0\r"));
        assertThat(refused.status()).isEqualTo(505);
        assertThat(refused.isAnswerable()).isTrue();
    }

    @Test
    void aBadRequestLineIsNobodysRequest() {
        for (String line : new String[] {
            "INFO",
            "INFO sip:bob@example.com",
            "INFO  SIP/2.0",
            "IN FO sip:b@example.com SIP/2.0x",
            " INFO sip:b SIP/2.0"
        }) {
            assertThat(read(info().replace("INFO sip:bob@example.com SIP/2.0", line)))
                    .as(line)
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void aControlCharacterInAHeaderIs400() {
        assertThat(reason(info("Subject: a\u0000b"))).isEqualTo("Bad Header");
        assertThat(reason(info("Subject: a\rb"))).isEqualTo("Bad Header");
        assertThat(reason(info("Sub ject: a"))).isEqualTo("Bad Header");
        assertThat(reason(info("no colon"))).isEqualTo("Bad Header");
    }

    @Test
    void headersAreBoundedInNumber() {
        String[] many = new String[600];
        Arrays.fill(many, "X: 1");
        assertThat(reason(info(many))).isEqualTo("Too Many Headers");
    }

    @Test
    void nothingThatIsWrittenBecomesAHeaderOfSomebodyElse() {
        SipRequest request =
                new SipRequest("INFO", "sip:b@example.com SIP/2.0\r\nX: y\r\n", SipHeaders.NONE, SipBody.NONE);
        assertThatThrownBy(() -> MessageWriter.request(request, VIA)).isInstanceOf(IllegalArgumentException.class);
        SipResponse response = new SipResponse(200, "OK\r\nX: y", SipHeaders.NONE, SipBody.NONE);
        InetSocketAddress source = new InetSocketAddress("192.0.2.1", 5060);
        assertThatThrownBy(
                        () -> MessageWriter.response(response, request(info()).headers(), source, "tag"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTagOfTheUriIsNoTagOfTheHeader() {
        assertThat(MessageWriter.hasTag("<sip:bob@example.com;tag=1>")).isFalse();
        assertThat(MessageWriter.hasTag("\"a;tag=1\" <sip:bob@example.com>")).isFalse();
        assertThat(MessageWriter.hasTag("<sip:bob@example.com> ;x=1; tag=1")).isTrue();
        assertThat(MessageWriter.hasTag("sip:bob@example.com;tag=1")).isTrue();
    }

    @Test
    void allViasAreAnsweredInOrder() {
        SipHeaders asked = request(info("Via: SIP/2.0/TCP 192.0.2.2;branch=z9hG4bK2, SIP/2.0/TLS b.example.com"))
                .headers();
        String response = new String(
                MessageWriter.response(SipResponse.of(200, "OK"), asked, new InetSocketAddress("192.0.2.9", 99), "tag"),
                StandardCharsets.UTF_8);
        assertThat(response)
                .startsWith("SIP/2.0 200 OK\r\n"
                        + "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1;received=192.0.2.9;rport=99\r\n"
                        + "Via: SIP/2.0/TCP 192.0.2.2;branch=z9hG4bK2, SIP/2.0/TLS b.example.com\r\n")
                .contains("To: <sip:bob@example.com>;tag=tag\r\n");
    }

    /** So that no log of it can tell. */
    @Test
    void whatTheTransactionLayerSeesHasNeitherCredentialsNorBody() throws ParseException {
        SipRequest request =
                request(info("Authorization: Digest response=\"secret\"", "Content-Type: text/plain") + "secret");
        Via via = JainMessages.via(request.headers());
        DatagramFlow nowhere = new DatagramFlow(new EmbeddedChannel(), new InetSocketAddress("192.0.2.1", 5060));
        JainRequest jain = JainMessages.received(request, via, "z9hg4bk1", nowhere);
        assertThat(jain.encode()).contains("INFO").doesNotContain("secret");
        assertThat(request.toString() + request.body()).doesNotContain("secret");
    }
}
