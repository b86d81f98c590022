package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Retransmissions and timers of RFC 3261 section 17, with a peer who is driven letter by letter. */
class TransactionsOverUdpTest {

    private static final Duration T1 = Duration.ofMillis(500);
    private static final SipResponse OK = SipResponse.of(200, "OK");
    private static final SipResponse BUSY = SipResponse.of(486, "Busy Here");

    private final ManualTimers time = new ManualTimers();
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    private JainSipStack open(Received received) {
        return loopback.open(
                received, builder -> Loopback.listening(builder, Transport.UDP).scheduler(time));
    }

    private static UdpPeer peerOf(JainSipStack stack) {
        return new UdpPeer(stack.listening(Transport.UDP).orElseThrow());
    }

    @Test
    @Requirement("EV-3.8-01")
    void aRequestThatIsSentAgainIsAnsweredAgainAndNotHandedUp() {
        Received received = Received.answering(OK);
        try (UdpPeer peer = peerOf(open(received))) {
            String request = Texts.udp("INFO", peer.port(), Texts.branch());
            peer.send(request);
            String answer = peer.receive();
            peer.send(request);
            assertThat(peer.receive()).isEqualTo(answer).startsWith("SIP/2.0 200 OK\r\n");
            assertThat(received.soFar()).hasSize(1);
        }
    }

    @Test
    void aSecondFinalResponseIsNotSent() {
        Received received = Received.doing(transaction -> {
            transaction.respond(BUSY);
            transaction.respond(OK);
        });
        try (UdpPeer peer = peerOf(open(received))) {
            for (int i = 0; i < 2; i++) {
                String branch = Texts.branch();
                peer.send(Texts.udp("INFO", peer.port(), branch));
                assertThat(peer.receive()).startsWith("SIP/2.0 486 ").contains(branch);
            }
        }
    }

    @Test
    void anAnsweredRequestIsForgottenAfter64TimesT1() {
        JainSipStack stack = open(Received.answering(OK));
        try (UdpPeer peer = peerOf(stack)) {
            peer.send(Texts.udp("INFO", peer.port(), Texts.branch()));
            peer.receive();
            time.advance(T1.multipliedBy(63));
            assertThat(stack.occupancy().serverTransactions()).isEqualTo(1);
            time.advance(T1.multipliedBy(2));
            assertThat(stack.occupancy().serverTransactions()).isZero();
            assertThat(time.waitingOnce()).isZero();
        }
    }

    @Test
    void anInviteThatNobodyAnswersAtOnceGets100After200Milliseconds() {
        Received received = Received.silent();
        try (UdpPeer peer = peerOf(open(received))) {
            peer.send(Texts.udp("INVITE", peer.port(), Texts.branch()));
            ServerTransaction transaction = received.next();
            time.advance(Duration.ofMillis(200));
            String trying = peer.receive();
            assertThat(trying).startsWith("SIP/2.0 100 Trying\r\n");
            assertThat(Texts.header(trying, "To")).isEqualTo("<sip:bob@example.com>");
            transaction.respond(BUSY);
            assertThat(peer.receive()).startsWith("SIP/2.0 486 ");
        }
    }

    @Test
    void aRefusalOfAnInviteIsSentAgainUntilItsAck() {
        Received received = Received.answering(BUSY);
        JainSipStack stack = open(received);
        try (UdpPeer peer = peerOf(stack)) {
            String branch = Texts.branch();
            peer.send(Texts.udp("INVITE", peer.port(), branch));
            String refusal = peer.receive();
            time.advance(T1);
            assertThat(peer.receive()).isEqualTo(refusal);
            time.advance(T1.multipliedBy(2));
            assertThat(peer.receive()).isEqualTo(refusal);
            peer.send(Texts.udp("ACK", peer.port(), branch));
            // What is answered behind the ACK shows that it has been taken.
            peer.send(Texts.udp("OPTIONS", peer.port(), Texts.branch()));
            assertThat(peer.receive()).startsWith("SIP/2.0 486 ").contains("CSeq: 1 OPTIONS");
            time.advance(T1.multipliedBy(70));
            assertThat(received.acksSoFar()).isEmpty();
            assertThat(stack.occupancy().serverTransactions()).isZero();
            peer.send(Texts.udp("OPTIONS", peer.port(), Texts.branch()));
            assertThat(peer.receive()).contains("CSeq: 1 OPTIONS");
        }
    }

    @Test
    void aRefusalThatIsNeverAcknowledgedIsForgottenAfter64TimesT1() {
        JainSipStack stack = open(Received.answering(BUSY));
        try (UdpPeer peer = peerOf(stack)) {
            peer.send(Texts.udp("INVITE", peer.port(), Texts.branch()));
            peer.receive();
            time.advance(T1.multipliedBy(66));
            assertThat(stack.occupancy().serverTransactions()).isZero();
        }
    }

    /** RFC 6026 section 7.1: the transaction of an INVITE does not end with its 2xx. */
    @Test
    void anAcceptedInviteThatIsSentAgainIsNotTakenForANewOne() {
        Received received = Received.answering(OK);
        JainSipStack stack = open(received);
        try (UdpPeer peer = peerOf(stack)) {
            String invite = Texts.udp("INVITE", peer.port(), Texts.branch());
            peer.send(invite);
            assertThat(peer.receive()).startsWith("SIP/2.0 200 ");
            for (int i = 0; i < 60; i++) {
                time.advance(T1);
                peer.send(invite);
            }
            peer.send(Texts.udp("OPTIONS", peer.port(), Texts.branch()));
            assertThat(peer.receive()).contains("CSeq: 1 OPTIONS");
            assertThat(received.soFar()).hasSize(2);
        }
    }

    @Test
    void theAckToA2xxIsHandedUpWhateverItsBranch() {
        Received received = Received.answering(OK);
        try (UdpPeer peer = peerOf(open(received))) {
            String branch = Texts.branch();
            peer.send(Texts.udp("INVITE", peer.port(), branch));
            peer.receive();
            peer.send(Texts.udp("ACK", peer.port(), Texts.branch()));
            assertThat(received.ack().request().method()).isEqualTo("ACK");
            peer.send(Texts.udp("ACK", peer.port(), branch));
            assertThat(received.ack().request().method()).isEqualTo("ACK");
        }
    }

    @Test
    void aCancelOfNothingIs481() {
        try (UdpPeer peer = peerOf(open(Received.silent()))) {
            peer.send(Texts.udp("CANCEL", peer.port(), Texts.branch()));
            assertThat(peer.receive()).startsWith("SIP/2.0 481 ").contains("CSeq: 1 CANCEL");
        }
    }

    @Test
    void aCancelIs200EachTimeItIsSentAndTheInviteHearsOfItOnce() {
        Received received = Received.doing(transaction ->
                transaction.onCancel(() -> transaction.respond(SipResponse.of(487, "Request Terminated"))));
        try (UdpPeer peer = peerOf(open(received))) {
            String branch = Texts.branch();
            peer.send(Texts.udp("INVITE", peer.port(), branch));
            received.next();
            peer.send(Texts.udp("CANCEL", peer.port(), branch));
            String first = peer.receive();
            assertThat(first).startsWith("SIP/2.0 200 ").contains("CSeq: 1 CANCEL");
            String terminated = peer.receive();
            assertThat(terminated).startsWith("SIP/2.0 487 ").contains("CSeq: 1 INVITE");
            assertThat(Texts.header(first, "To")).isEqualTo(Texts.header(terminated, "To"));
            peer.send(Texts.udp("CANCEL", peer.port(), branch));
            assertThat(peer.receive()).isEqualTo(first);
        }
    }

    @Test
    void aRequestThatNobodyAnswersIsForgotten() {
        Received received = Received.silent();
        JainSipStack stack = open(received);
        try (UdpPeer peer = peerOf(stack)) {
            peer.send(Texts.udp("INFO", peer.port(), Texts.branch()));
            received.next();
            time.advance(T1.multipliedBy(64 * 3));
            assertThat(stack.occupancy().serverTransactions()).isZero();
        }
    }

    /** RFC 3581 section 4. */
    @Test
    void anAnswerGoesToWhereTheRequestCameFromIfItsViaAsksForThat() {
        try (UdpPeer peer = peerOf(open(Received.answering(OK)))) {
            peer.send(Texts.request("OPTIONS", "UDP", "192.0.2.1:9;branch=" + Texts.branch() + ";rport", "1 OPTIONS"));
            assertThat(Texts.header(peer.receive(), "Via"))
                    .startsWith("SIP/2.0/UDP 192.0.2.1:9;branch=")
                    .contains(";received=127.0.0.1")
                    .contains(";rport=" + peer.port());
        }
    }

    /** RFC 3261 section 18.2.2; a maddr of a stranger's choice is not followed. */
    @Test
    void anAnswerGoesToThePortOfTheViaOtherwise() {
        JainSipStack stack = open(Received.answering(OK));
        try (UdpPeer peer = peerOf(stack);
                UdpPeer other = peerOf(stack)) {
            peer.send(Texts.request(
                    "OPTIONS",
                    "UDP",
                    "192.0.2.1:" + other.port() + ";branch=" + Texts.branch() + ";maddr=192.0.2.7;received=192.0.2.8",
                    "1 OPTIONS"));
            assertThat(Texts.header(other.receive(), "Via"))
                    .contains(";received=127.0.0.1")
                    .doesNotContain("192.0.2.8")
                    .doesNotContain(";rport");
        }
    }

    /** RFC 3261 section 17.2.3, as pidgin-sipe needs it. */
    @Test
    void aViaWithoutBranchIsServedByTheRulesOfRfc2543() {
        Received received = Received.answering(BUSY);
        try (UdpPeer peer = peerOf(open(received))) {
            String via = "127.0.0.1:" + peer.port();
            String invite = Texts.request("INVITE", "UDP", via, "7 INVITE");
            peer.send(invite);
            String refusal = peer.receive();
            assertThat(Texts.header(refusal, "Via")).isEqualTo("SIP/2.0/UDP " + via + ";received=127.0.0.1");
            peer.send(invite);
            assertThat(peer.receive()).isEqualTo(refusal);
            peer.send(Texts.request("ACK", "UDP", via, "7 ACK")
                    .replace("To: <sip:bob@example.com>", "To: " + Texts.header(refusal, "To")));
            peer.send(Texts.request("OPTIONS", "UDP", via, "8 OPTIONS"));
            assertThat(peer.receive()).contains("CSeq: 8 OPTIONS");
            time.advance(T1.multipliedBy(4));
            peer.send(Texts.request("OPTIONS", "UDP", via, "9 OPTIONS"));
            assertThat(peer.receive()).contains("CSeq: 9 OPTIONS");
            assertThat(received.soFar()).hasSize(3);
            assertThat(received.acksSoFar()).isEmpty();
        }
    }

    @Test
    void theSameBranchOfSomebodyElseIsAnotherTransaction() {
        Received received = Received.answering(OK);
        JainSipStack stack = open(received);
        try (UdpPeer one = peerOf(stack);
                UdpPeer other = peerOf(stack)) {
            String branch = Texts.branch();
            one.send(Texts.udp("INFO", one.port(), branch));
            one.receive();
            other.send(Texts.udp("INFO", other.port(), branch));
            other.receive();
            assertThat(received.soFar()).hasSize(2);
        }
    }

    @Test
    void aRequestIsSentAgainUntilItIsAnswered() {
        JainSipStack stack = open(Received.silent());
        try (UdpPeer peer = peerOf(stack)) {
            Answers answers = new Answers();
            stack.send(Requests.of("OPTIONS"), Target.of(Transport.UDP, peer.address()), answers);
            String request = peer.receive();
            time.advance(T1);
            assertThat(peer.receive()).isEqualTo(request);
            time.advance(T1.multipliedBy(2));
            assertThat(peer.receive()).isEqualTo(request);
            peer.send(answer(request, "200 OK"));
            assertThat(answers.finalResponse().status()).isEqualTo(200);
            time.advance(Duration.ofSeconds(6));
            assertThat(stack.occupancy().clientTransactions()).isZero();
        }
    }

    @Test
    void aRequestThatIsNeverAnsweredTimesOutAfter64TimesT1() {
        JainSipStack stack = open(Received.silent());
        try (UdpPeer peer = peerOf(stack)) {
            Answers answers = new Answers();
            stack.send(Requests.of("OPTIONS"), Target.of(Transport.UDP, peer.address()), answers);
            time.advance(T1.multipliedBy(63));
            assertThat(answers.soFar()).isEmpty();
            time.advance(T1.multipliedBy(2));
            assertThat(answers.failure()).isEqualTo(ResponseListener.Failure.TIMEOUT);
            assertThat(stack.occupancy().clientTransactions()).isZero();
        }
    }

    @Test
    void aRefusalThatIsSentAgainIsAcknowledgedAgainAndToldOnce() {
        JainSipStack stack = open(Received.silent());
        try (UdpPeer peer = peerOf(stack)) {
            Answers answers = new Answers();
            stack.send(
                    Requests.of("INVITE").and("Route", "<sip:proxy.example.com;lr>"),
                    Target.of(Transport.UDP, peer.address()),
                    answers);
            String invite = peer.receive();
            String refusal = answer(invite, "486 Busy Here");
            peer.send(refusal);
            String ack = peer.receive();
            assertThat(ack).startsWith("ACK sip:bob@example.com SIP/2.0\r\n");
            assertThat(Texts.header(ack, "Via")).isEqualTo(Texts.header(invite, "Via"));
            assertThat(Texts.header(ack, "CSeq")).isEqualTo("1 ACK");
            assertThat(Texts.header(ack, "Route")).isEqualTo("<sip:proxy.example.com;lr>");
            assertThat(Texts.header(ack, "To")).isEqualTo(Texts.header(refusal, "To"));
            peer.send(refusal);
            assertThat(peer.receive()).isEqualTo(ack);
            assertThat(answers.finalResponse().status()).isEqualTo(486);
            assertThat(answers.soFar()).isEmpty();
        }
    }

    /** RFC 6026 section 7.2. */
    @Test
    void every2xxToAnInviteIsToldFor64TimesT1() {
        JainSipStack stack = open(Received.silent());
        try (UdpPeer peer = peerOf(stack)) {
            Answers answers = new Answers();
            stack.send(Requests.of("INVITE"), Target.of(Transport.UDP, peer.address()), answers);
            String invite = peer.receive();
            peer.send(answer(invite, "200 OK"));
            assertThat(answers.finalResponse().status()).isEqualTo(200);
            time.advance(T1.multipliedBy(40));
            peer.send(answer(invite, "200 OK"));
            assertThat(answers.finalResponse().status()).isEqualTo(200);
            time.advance(T1.multipliedBy(30));
            assertThat(stack.occupancy().clientTransactions()).isZero();
        }
    }

    /** RFC 3261 section 9.1: a peer that never answers the INVITE that was cancelled. */
    @Test
    void aCancelledInviteIsGivenUpAfter64TimesT1() {
        JainSipStack stack = open(Received.silent());
        try (UdpPeer peer = peerOf(stack)) {
            Answers answers = new Answers();
            ClientTransaction call =
                    stack.send(Requests.of("INVITE"), Target.of(Transport.UDP, peer.address()), answers);
            String invite = peer.receive();
            peer.send(answer(invite, "180 Ringing"));
            answers.response();
            call.cancel();
            String cancel = peer.receive();
            assertThat(cancel)
                    .startsWith("CANCEL sip:bob@example.com SIP/2.0\r\n")
                    .contains("CSeq: 1 CANCEL");
            assertThat(Texts.header(cancel, "Via")).isEqualTo(Texts.header(invite, "Via"));
            peer.send(answer(cancel, "200 OK"));
            time.advance(T1.multipliedBy(65));
            assertThat(answers.failure()).isEqualTo(ResponseListener.Failure.TIMEOUT);
            time.advance(T1.multipliedBy(65));
            assertThat(stack.occupancy().clientTransactions()).isZero();
        }
    }

    private static String answer(String request, String status) {
        return "SIP/2.0 " + status + "\r\n"
                + "Via: " + Texts.header(request, "Via") + "\r\n"
                + "From: " + Texts.header(request, "From") + "\r\n"
                + "To: " + Texts.header(request, "To") + ";tag=b\r\n"
                + "Call-ID: " + Texts.header(request, "Call-ID") + "\r\n"
                + "CSeq: " + Texts.header(request, "CSeq") + "\r\n"
                + "Content-Length: 0\r\n\r\n";
    }
}
