package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Where messages begin and end on a connection (RFC 3261 section 18.3). */
class StreamFramerTest {

    private static final StackBounds BOUNDS = StackBounds.defaults().message(1000, 100);
    private static final String HEAD = "INFO sip:bob@example.com SIP/2.0\r\n"
            + "Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK1\r\n"
            + "From: <sip:alice@example.com>;tag=1\r\n"
            + "To: <sip:bob@example.com>\r\n"
            + "Call-ID: 1\r\n"
            + "CSeq: 1 INFO\r\n"
            + "Content-Type: text/plain\r\n";

    private final EmbeddedChannel channel = new EmbeddedChannel(new StreamFramer(BOUNDS, new HeldBytes(100_000)));

    private static String message(String body) {
        return HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void come(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.UTF_8));
    }

    private List<Object> read() {
        List<Object> read = new ArrayList<>();
        for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
            read.add(next);
        }
        return read;
    }

    private List<String> bodies() {
        return read().stream()
                .filter(Reading.Read.class::isInstance)
                .map(read -> ((Reading.Read) read).message().body().text())
                .toList();
    }

    private Reading.Refused refused() {
        List<Object> read = read();
        assertThat(read).endsWith(StreamEvent.BROKEN);
        return (Reading.Refused) read.get(read.size() - 2);
    }

    private String sent() {
        ByteBuf sent = channel.readOutbound();
        return sent == null ? "" : sent.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageEndsWhereItsContentLengthSays() {
        come(message("one") + message("") + message("three"));
        assertThat(bodies()).containsExactly("one", "", "three");
    }

    @Test
    void itsBeginningAndItsEndAreTold() {
        come(message("one").substring(0, 20));
        assertThat(read()).containsExactly(StreamEvent.BEGUN);
        come(message("one").substring(20));
        assertThat(read()).hasSize(2).endsWith(StreamEvent.ENDED);
    }

    @Test
    void aMessageMayComeByteByByte() {
        for (char c : (message("one") + message("two")).toCharArray()) {
            come(String.valueOf(c));
        }
        assertThat(bodies()).containsExactly("one", "two");
    }

    @Property(tries = 200)
    void howTheBytesAreCutMakesNoDifference(@ForAll @Size(max = 8) List<@IntRange(max = 700) Integer> cuts) {
        String all = message("one") + "\r\n" + message("two") + "\r\n\r\n" + message("three");
        EmbeddedChannel another = new EmbeddedChannel(new StreamFramer(BOUNDS, new HeldBytes(100_000)));
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.max(from, Math.min(cut, all.length()));
            another.writeInbound(Unpooled.copiedBuffer(all.substring(from, to), StandardCharsets.UTF_8));
            from = to;
        }
        another.writeInbound(Unpooled.copiedBuffer(all.substring(from), StandardCharsets.UTF_8));
        List<String> bodies = new ArrayList<>();
        for (Object next = another.readInbound(); next != null; next = another.readInbound()) {
            if (next instanceof Reading.Read read) {
                bodies.add(read.message().body().text());
            }
        }
        assertThat(bodies).containsExactly("one", "two", "three");
        assertThat(((ByteBuf) another.readOutbound()).toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\n");
    }

    /** RFC 5626 section 4.4.1. */
    @Test
    void aKeepAliveIsAnsweredEvenAsTheFirstBytes() {
        come("\r\n\r\n");
        assertThat(sent()).isEqualTo("\r\n");
        come(message("one") + "\r\n\r\n");
        assertThat(sent()).isEqualTo("\r\n");
        assertThat(bodies()).containsExactly("one");
    }

    @Test
    void aKeepAliveMayComeByteByByteAndManyAtOnce() {
        for (String b : new String[] {"\r", "\n", "\r", "\n"}) {
            assertThat(sent()).isEmpty();
            come(b);
        }
        assertThat(sent()).isEqualTo("\r\n");
        come("\r\n\r\n\r\n\r\n");
        assertThat(sent()).isEqualTo("\r\n");
        assertThat(sent()).isEqualTo("\r\n");
    }

    /** RFC 3261 section 7.5. */
    @Test
    void anEmptyLineBeforeAMessageIsSkipped() {
        come("\r\n" + message("one"));
        assertThat(sent()).isEmpty();
        assertThat(bodies()).containsExactly("one");
    }

    @Test
    void theLengthMayBeInItsCompactFormAndOnALineOfItsOwn() {
        come(HEAD + "l :\r\n  3\r\n\r\none" + HEAD + "CONTENT-LENGTH:0003 \r\n\r\ntwo");
        assertThat(bodies()).containsExactly("one", "two");
    }

    @Test
    void theSameLengthTwiceIsOneLength() {
        come(HEAD + "l: 3\r\nContent-Length: 3\r\n\r\none");
        assertThat(bodies()).containsExactly("one");
    }

    @Test
    void withoutALengthTheConnectionIsLost() {
        come(HEAD + "\r\n" + message("two"));
        Reading.Refused refused = refused();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.reason()).isEqualTo("Content-Length Missing");
        assertThat(refused.isAnswerable()).isTrue();
    }

    @Test
    void lengthsThatDoNotAgreeAreNone() {
        come(HEAD + "l: 3\r\nContent-Length: 4\r\n\r\none");
        assertThat(refused().reason()).isEqualTo("Bad Content-Length");
    }

    @Test
    void aLengthThatIsNoNumberIsNone() {
        for (String length : new String[] {"-1", "", "3, 3", "0x3", "3 3", "+3"}) {
            EmbeddedChannel another = new EmbeddedChannel(new StreamFramer(BOUNDS, new HeldBytes(100_000)));
            another.writeInbound(
                    Unpooled.copiedBuffer(HEAD + "Content-Length: " + length + "\r\n\r\none", StandardCharsets.UTF_8));
            another.readInbound();
            assertThat(((Reading.Refused) another.readInbound()).reason())
                    .as(length)
                    .isEqualTo("Bad Content-Length");
        }
    }

    @Test
    void aBodyOverTheBoundIs513BeforeItHasCome() {
        for (String length : new String[] {"101", "2147483648", "99999999999999999999"}) {
            EmbeddedChannel another = new EmbeddedChannel(new StreamFramer(BOUNDS, new HeldBytes(100_000)));
            another.writeInbound(
                    Unpooled.copiedBuffer(HEAD + "Content-Length: " + length + "\r\n\r\n", StandardCharsets.UTF_8));
            another.readInbound();
            assertThat(((Reading.Refused) another.readInbound()).status())
                    .as(length)
                    .isEqualTo(513);
        }
    }

    @Test
    void headersOverTheBoundAre513AsFarAsTheyCanBeRead() {
        come(HEAD + "X-Large: " + "x".repeat(1000));
        Reading.Refused refused = refused();
        assertThat(refused.status()).isEqualTo(513);
        assertThat(refused.isAnswerable()).isTrue();
    }

    @Test
    void whatIsNoSipIsTheEndAtItsFirstByte() {
        come("\u0016\u0003\u0001");
        assertThat(refused().isAnswerable()).isFalse();
    }

    @Test
    void aRequestOfHttpIsTheEnd() {
        come("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
        assertThat(refused().isAnswerable()).isFalse();
    }

    @Test
    void nothingIsReadBehindTheEnd() {
        come(HEAD + "\r\n");
        refused();
        come(message("two"));
        assertThat(read()).isEmpty();
    }

    @Test
    void aMessageThatIsRefusedByItselfDoesNotDisturbTheNext() {
        come(message("one").replace("CSeq: 1 INFO", "CSeq: 1 BYE") + message("two"));
        List<Object> read = read();
        assertThat(read).filteredOn(Reading.Refused.class::isInstance).hasSize(1);
        assertThat(read)
                .filteredOn(Reading.Read.class::isInstance)
                .extracting(it -> ((Reading.Read) it).message())
                .extracting(SipMessage::body)
                .extracting(body -> body.text())
                .containsExactly("two");
        assertThat(((SipRequest) ((Reading.Read) read.get(read.size() - 2)).message()).method())
                .isEqualTo("INFO");
    }

    @Test
    void whatIsUnfinishedIsBoundedOverAllConnections() {
        HeldBytes held = new HeldBytes(500);
        EmbeddedChannel first = new EmbeddedChannel(new StreamFramer(BOUNDS, held));
        first.writeInbound(Unpooled.copiedBuffer(message("x".repeat(90)).substring(0, 250), StandardCharsets.UTF_8));
        EmbeddedChannel second = new EmbeddedChannel(new StreamFramer(BOUNDS, held));
        second.writeInbound(Unpooled.copiedBuffer(message("x".repeat(90)).substring(0, 290), StandardCharsets.UTF_8));
        assertThat(second.<Object>readInbound()).isEqualTo(StreamEvent.BEGUN);
        assertThat(((Reading.Refused) second.readInbound()).status()).isEqualTo(503);
        assertThat(second.<Object>readInbound()).isEqualTo(StreamEvent.BROKEN);
        first.writeInbound(Unpooled.copiedBuffer(message("x".repeat(90)).substring(250), StandardCharsets.UTF_8));
        assertThat(first.<Object>readInbound()).isEqualTo(StreamEvent.BEGUN);
        assertThat(first.<Object>readInbound()).isInstanceOf(Reading.Read.class);
        assertThat(held.held()).isZero();
    }

    @Test
    void aConnectionThatBreaksHoldsNothing() {
        HeldBytes held = new HeldBytes(500);
        EmbeddedChannel broken = new EmbeddedChannel(new StreamFramer(BOUNDS, held));
        broken.writeInbound(Unpooled.copiedBuffer(message("one").substring(0, 100), StandardCharsets.UTF_8));
        assertThat(held.held()).isEqualTo(100);
        broken.close();
        assertThat(held.held()).isZero();
    }
}
