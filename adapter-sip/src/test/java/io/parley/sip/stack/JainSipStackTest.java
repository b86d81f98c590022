package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.message.SipResponse;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What belongs to this stack and to no transport. */
class JainSipStackTest {

    private static final SipResponse OK = SipResponse.of(200, "OK");

    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> !thread.isDaemon() || thread.getName().startsWith("parley-sip"))
                .collect(Collectors.toSet());
    }

    @Test
    void closingLeavesNoThread() throws InterruptedException {
        Set<Thread> before = threads();
        JainSipStack stack = loopback.open(Transport.TCP, Received.answering(OK));
        Answers answers = new Answers();
        Target itself = Target.of(Transport.TCP, stack.listening(Transport.TCP).orElseThrow());
        stack.send(Requests.of("OPTIONS"), itself, answers);
        assertThat(answers.finalResponse().status()).isEqualTo(200);
        stack.close();
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(Answers.PATIENCE_SECONDS * 1000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void itListensOnSeveralAddressesAtOnce() throws UnknownHostException {
        Received received = Received.answering(OK);
        InetSocketAddress six = new InetSocketAddress(InetAddress.getByName("::1"), 0);
        JainSipStack stack = loopback.open(
                received,
                builder -> builder.udp(six).udp(Loopback.anyPort()).tcp(six).tcp(Loopback.anyPort()));
        assertThat(stack.listening(Transport.UDP).map(InetSocketAddress::getAddress))
                .hasValue(six.getAddress());
        assertThat(stack.listening(Transport.TLS)).isEmpty();
        JainSipStack client = loopback.open(Received.silent(), builder -> builder.udp(six));
        for (Transport transport : List.of(Transport.UDP, Transport.TCP)) {
            Answers answers = new Answers();
            client.send(
                    Requests.of("OPTIONS"),
                    Target.of(transport, stack.listening(transport).orElseThrow()),
                    answers);
            assertThat(answers.finalResponse().header("Via").orElseThrow())
                    .startsWith("SIP/2.0/" + transport + " [0:0:0:0:0:0:0:1]:")
                    .contains(";received=0:0:0:0:0:0:0:1");
        }
    }

    @Test
    void whatIsSentNamesTheAddressThatItIsSentFrom() throws UnknownHostException {
        InetSocketAddress six = new InetSocketAddress(InetAddress.getByName("::1"), 0);
        JainSipStack stack =
                loopback.open(Received.silent(), builder -> builder.udp(six).udp(Loopback.anyPort()));
        try (UdpPeer peer = new UdpPeer(stack.listening(Transport.UDP).orElseThrow())) {
            stack.send(Requests.of("OPTIONS"), Target.of(Transport.UDP, peer.address()), new Answers());
            String request = peer.receive();
            assertThat(Texts.header(request, "Via"))
                    .startsWith("SIP/2.0/UDP 127.0.0.1:" + peer.lastPort() + ";branch=");
        }
    }

    @Test
    void anAddressThatIsTakenIsNamed() {
        JainSipStack first = loopback.open(Transport.TCP, Received.silent());
        InetSocketAddress taken = first.listening(Transport.TCP).orElseThrow();
        assertThatThrownBy(
                        () -> JainSipStack.builder(Received.silent()).tcp(taken).build())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(taken.toString());
    }

    @Test
    void theHostOfTheViaCanBeSaid() {
        Received received = Received.answering(OK);
        JainSipStack server = loopback.open(Transport.TCP, received);
        JainSipStack client = loopback.open(
                Received.silent(), builder -> builder.tcp(Loopback.anyPort()).host("focus.example.com"));
        Answers answers = new Answers();
        Target target = Target.of(Transport.TCP, server.listening(Transport.TCP).orElseThrow());
        client.send(Requests.of("OPTIONS"), target, answers);
        answers.finalResponse();
        int port = client.listening(Transport.TCP).orElseThrow().getPort();
        assertThat(received.next().request().header("Via").orElseThrow())
                .startsWith("SIP/2.0/TCP focus.example.com:" + port + ";branch=z9hG4bK");
    }

    @Test
    void callsAreMadeByTheExecutorIfThereIsOne() {
        ExecutorService executor = Executors.newFixedThreadPool(2, work -> new Thread(work, "of-the-test"));
        Set<String> names = new ConcurrentSkipListSet<>();
        try {
            Received received = Received.doing(transaction -> {
                names.add(Thread.currentThread().getName());
                transaction.respond(OK);
            });
            JainSipStack stack = loopback.open(
                    received, builder -> builder.tcp(Loopback.anyPort()).executor(executor));
            Target itself =
                    Target.of(Transport.TCP, stack.listening(Transport.TCP).orElseThrow());
            Answers answers = new Answers() {
                @Override
                public void responded(SipResponse response, Peer peer) {
                    names.add(Thread.currentThread().getName());
                    super.responded(response, peer);
                }
            };
            stack.send(Requests.of("OPTIONS"), itself, answers);
            answers.finalResponse();
            assertThat(names).containsExactly("of-the-test");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatHasNoTransactionOfItsOwnCannotBeSentInOne() {
        JainSipStack stack = loopback.open(Transport.TCP, Received.silent());
        Target itself = Target.of(Transport.TCP, stack.listening(Transport.TCP).orElseThrow());
        for (String method : new String[] {"ACK", "CANCEL"}) {
            assertThatThrownBy(() -> stack.send(Requests.of(method), itself, new Answers()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> stack.send(Requests.of("OPTIONS").with("CSeq", "once"), itself, new Answers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CSeq");
        assertThat(stack.occupancy().clientTransactions()).isZero();
    }
}
