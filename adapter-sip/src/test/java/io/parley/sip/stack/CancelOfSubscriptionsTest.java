package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CANCEL of what cannot be cancelled (RFC 6665 section 4.6, RFC 3261 section 9.2). */
class CancelOfSubscriptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"SUBSCRIBE", "NOTIFY"})
    @Requirement("SUB-4.6-01")
    void itIsAnsweredAndTheRequestGoesOn(String method) {
        AtomicBoolean heard = new AtomicBoolean();
        Received received = Received.doing(transaction -> transaction.onCancel(() -> heard.set(true)));
        try (Loopback loopback = new Loopback();
                JainSipStack stack = loopback.open(Transport.UDP, received);
                UdpPeer peer = new UdpPeer(stack.listening(Transport.UDP).orElseThrow())) {
            String branch = Texts.branch();
            peer.send(Texts.udp(method, peer.port(), branch));
            ServerTransaction transaction = received.next();
            peer.send(Texts.udp("CANCEL", peer.port(), branch));
            assertThat(peer.receive()).startsWith("SIP/2.0 200 ").contains("CSeq: 1 CANCEL");
            transaction.respond(SipResponse.of(200, "OK"));
            assertThat(peer.receive()).startsWith("SIP/2.0 200 ").contains("CSeq: 1 " + method);
            assertThat(heard).isFalse();
        }
    }
}
