package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What transactions of a connection do otherwise, with a peer who is driven letter by letter. */
class TransactionsOverTcpTest {

    private static final SipResponse OK = SipResponse.of(200, "OK");
    private static final SipResponse BUSY = SipResponse.of(486, "Busy Here");

    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    private TcpPeer peerOf(Received received) {
        return new TcpPeer(
                loopback.open(Transport.TCP, received).listening(Transport.TCP).orElseThrow());
    }

    @Test
    void aSecondFinalResponseIsNotSent() {
        Received received = Received.doing(transaction -> {
            transaction.respond(BUSY);
            transaction.respond(OK);
        });
        try (TcpPeer peer = peerOf(received)) {
            for (String method : new String[] {"INFO", "INVITE", "INFO"}) {
                String branch = Texts.branch();
                peer.send(Texts.tcp(method, branch));
                assertThat(peer.receive()).startsWith("SIP/2.0 486 ").contains(branch);
            }
        }
    }

    @Test
    void anAnsweredRequestIsForgottenAtOnce() {
        Received received = Received.answering(OK);
        JainSipStack stack = loopback.open(Transport.TCP, received);
        try (TcpPeer peer = new TcpPeer(stack.listening(Transport.TCP).orElseThrow())) {
            peer.send(Texts.tcp("INFO", Texts.branch()));
            peer.receive();
            peer.send(Texts.tcp("INFO", Texts.branch()));
            peer.receive();
            assertThat(stack.occupancy().serverTransactions()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void requestsOfOneConnectionAreTakenAndAnsweredInOrder() {
        Received received = Received.answering(OK);
        try (TcpPeer peer = peerOf(received)) {
            StringBuilder all = new StringBuilder();
            String[] branches = new String[100];
            for (int i = 0; i < branches.length; i++) {
                branches[i] = Texts.branch();
                all.append(Texts.tcp("INFO", branches[i]));
            }
            peer.send(all.toString());
            for (String branch : branches) {
                assertThat(peer.receive()).contains("branch=" + branch + ";");
            }
        }
    }
}
