package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gov.nist.javax.sip.header.Via;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.OptionalLong;

/** Whatever bytes come, by whichever transport: they are read or refused, and what was read can be answered. */
class SipReaderFuzzTest {

    private static final StackBounds BOUNDS = StackBounds.defaults().message(8_000, 8_000);
    private static final InetSocketAddress SOURCE = new InetSocketAddress("127.0.0.1", 5060);

    /** Leads nowhere. */
    private record Nowhere(Peer peer) implements Flow {
        Nowhere() {
            this(new Peer(Transport.TCP, SOURCE, OptionalLong.of(1), List.of()));
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(byte[] message, Runnable failed) {}
    }

    @FuzzTest(maxDuration = "30m")
    void bytesAreReadOrRefused(byte[] bytes) {
        check(DatagramHandler.read(bytes, BOUNDS));
        EmbeddedChannel channel = new EmbeddedChannel(new StreamFramer(BOUNDS, new HeldBytes(100_000)));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        for (Object read = channel.readInbound(); read != null; read = channel.readInbound()) {
            if (read instanceof Reading reading) {
                check(reading);
            }
        }
        channel.finishAndReleaseAll();
    }

    private static void check(Reading reading) {
        if (reading instanceof Reading.Refused refused) {
            if (refused.isAnswerable()) {
                byte[] answer = Asked.answer(
                        SipResponse.of(refused.status(), refused.reason()), refused.headers(), SOURCE, "x");
                assertThat(new String(answer, StandardCharsets.UTF_8))
                        .startsWith("SIP/2.0 " + refused.status())
                        .endsWith("\r\n\r\n");
            }
        } else if (reading instanceof Reading.Read read) {
            if (read.message() instanceof SipRequest request) {
                check(request);
            } else if (read.message() instanceof SipResponse response) {
                check(response);
            }
        }
    }

    private static void check(SipRequest request) {
        try {
            Via via = JainMessages.via(request.headers());
            String name = ViaLine.transactionOf(via, request.headers(), request.uri());
            InetSocketAddress to = ViaLine.replyTo(via, SOURCE);
            assertThat(to.getAddress()).isEqualTo(SOURCE.getAddress());
            JainRequest jain = JainMessages.received(request, via, name, new Nowhere());
            assertThat(jain.getTransactionId()).startsWith("z9hg4bk");
            assertThat(jain.getCSeq().getMethod()).isEqualTo(request.method());
            assertResponse(Asked.answer(SipResponse.of(200, "OK"), request.headers(), SOURCE, name));
        } catch (ParseException refused) {
            assertThat(refused).hasMessageStartingWith("Bad ");
        }
    }

    private static void check(SipResponse response) {
        try {
            assertThat(JainMessages.received(response, new Nowhere().peer()).getTopmostVia())
                    .isNotNull();
        } catch (ParseException refused) {
            assertThat(refused).hasMessageStartingWith("Bad ");
        }
    }

    private static void assertResponse(byte[] answer) {
        assertThat(DatagramHandler.read(answer, StackBounds.defaults()))
                .isInstanceOfSatisfying(
                        Reading.Read.class, read -> assertThat(read.message()).isInstanceOf(SipResponse.class));
    }
}
