package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Empty lines that keep a connection open (MS-CONMGMT section 2.2.1): no message answers them, only the empty line of RFC 5626 section 4.4.1. */
class KeepAliveTest {

    private static final String KEEP_ALIVE = "\r\n\r\n";
    private static final String PONG = "\r\n";

    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    @Test
    @Requirement("C3P-CM2.2.1-02")
    void betweenRequestsTheyAreTakenAndTheNextRequestIsAnswered() {
        JainSipStack stack = loopback.open(Transport.TCP, Received.answering(SipResponse.of(200, "OK")));
        try (TcpPeer peer = new TcpPeer(stack.listening(Transport.TCP).orElseThrow())) {
            for (int round = 0; round < 3; round++) {
                peer.send(KEEP_ALIVE);
                assertThat(peer.receive(PONG.length())).isEqualTo(PONG);
                peer.send(Texts.tcp("INFO", Texts.branch()));
                assertThat(peer.receive()).startsWith("SIP/2.0 200 ");
            }
        }
    }
}
