package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is odd and right is handed up, what is wrong is refused, and nothing of it keeps others from being served. */
class TortureTest {

    private final Received received = Received.answering(SipResponse.of(299, "Taken"));
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    static List<Torture> messages() {
        return Torture.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void byTcp(Torture message) {
        JainSipStack stack = loopback.open(Transport.TCP, received);
        try (TcpPeer peer = new TcpPeer(stack.listening(Transport.TCP).orElseThrow())) {
            peer.send(message.bytes());
            switch (message.outcome()) {
                case "taken" -> {
                    assertThat(peer.receive()).startsWith("SIP/2.0 299 ");
                    assertThat(received.next().request().uri()).isNotEmpty();
                }
                case "silent" -> {
                    peer.send(Texts.tcp("OPTIONS", Texts.branch()));
                    assertThat(peer.receive()).startsWith("SIP/2.0 299 ").contains("CSeq: 1 OPTIONS");
                    assertThat(received.soFar()).hasSize(1);
                }
                default -> {
                    assertThat(peer.receive()).startsWith("SIP/2.0 " + message.outcome() + " ");
                    assertThat(received.soFar()).isEmpty();
                }
            }
        }
        try (TcpPeer other = new TcpPeer(stack.listening(Transport.TCP).orElseThrow())) {
            other.send(Texts.tcp("OPTIONS", Texts.branch()));
            assertThat(other.receive()).startsWith("SIP/2.0 299 ");
        }
    }

    /** Whole, and cut off in many places. */
    @ParameterizedTest
    @MethodSource("messages")
    void byUdp(Torture message) {
        JainSipStack stack = loopback.open(Transport.UDP, received);
        try (UdpPeer peer = new UdpPeer(stack.listening(Transport.UDP).orElseThrow())) {
            byte[] bytes = message.bytes();
            peer.send(bytes);
            for (int length = bytes.length - 1; length > 0; length -= 97) {
                peer.send(Arrays.copyOf(bytes, length));
            }
            String branch = Texts.branch();
            peer.send(Texts.udp("OPTIONS", peer.port(), branch));
            String answer = peer.receive();
            while (!answer.contains(branch)) {
                answer = peer.receive();
            }
            assertThat(answer).startsWith("SIP/2.0 299 ");
        }
    }
}
