package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What peers cannot make a stack hold. */
class BoundsTest {

    private static final SipResponse OK = SipResponse.of(200, "OK");

    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    private JainSipStack tcp(Received received, StackBounds bounds, StackTimes times, StackObserver observer) {
        return loopback.open(
                received,
                builder -> Loopback.listening(builder, Transport.TCP)
                        .bounds(bounds)
                        .times(times)
                        .observer(observer));
    }

    private JainSipStack tcp(Received received, StackBounds bounds) {
        return tcp(received, bounds, StackTimes.defaults(), StackObserver.NONE);
    }

    private static InetSocketAddress address(JainSipStack stack) {
        return stack.listening(Transport.TCP).orElseThrow();
    }

    @Test
    void tooManyTransactionsAre503WithRetryAfterUntilThereIsRoom() {
        Received received = Received.silent();
        JainSipStack stack = tcp(received, StackBounds.defaults().transactions(2, 2));
        try (TcpPeer peer = new TcpPeer(address(stack))) {
            peer.send(Texts.tcp("INFO", Texts.branch()) + Texts.tcp("INFO", Texts.branch()));
            ServerTransaction first = received.next();
            received.next();
            peer.send(Texts.tcp("INFO", Texts.branch()));
            String refusal = peer.receive();
            assertThat(refusal).startsWith("SIP/2.0 503 ");
            assertThat(Texts.header(refusal, "Retry-After")).isEqualTo("5");
            assertThat(received.soFar()).isEmpty();
            first.respond(OK);
            assertThat(peer.receive()).startsWith("SIP/2.0 200 ");
            peer.send(Texts.tcp("INFO", Texts.branch()));
            received.next().respond(OK);
            assertThat(peer.receive()).startsWith("SIP/2.0 200 ");
        }
    }

    @Test
    void callsThatWaitForTheExecutorAreBounded() {
        Queue<Runnable> calls = new ConcurrentLinkedQueue<>();
        Received received = Received.answering(OK);
        JainSipStack stack = loopback.open(
                received,
                builder -> Loopback.listening(builder, Transport.TCP)
                        .bounds(StackBounds.defaults().waiting(1))
                        .executor(calls::add));
        try (TcpPeer peer = new TcpPeer(address(stack))) {
            peer.send(Texts.tcp("INFO", Texts.branch()) + Texts.tcp("INFO", Texts.branch()));
            assertThat(peer.receive()).startsWith("SIP/2.0 503 ");
            assertThat(stack.occupancy().waiting()).isEqualTo(1);
            calls.remove().run();
            assertThat(peer.receive()).startsWith("SIP/2.0 200 ");
            assertThat(stack.occupancy().waiting()).isZero();
        }
    }

    @Test
    void connectionsOfOneSenderAreBounded() {
        CountDownLatch refused = new CountDownLatch(1);
        StackObserver observer = new StackObserver() {
            @Override
            public void connectionRefused(Transport transport) {
                refused.countDown();
            }
        };
        JainSipStack stack = tcp(
                Received.answering(OK), StackBounds.defaults().connections(100, 2), StackTimes.defaults(), observer);
        try (TcpPeer one = new TcpPeer(address(stack));
                TcpPeer two = new TcpPeer(address(stack))) {
            one.send("\r\n\r\n");
            one.receive(2);
            two.send("\r\n\r\n");
            two.receive(2);
            try (TcpPeer three = new TcpPeer(address(stack))) {
                three.awaitEnd();
            }
            assertThat(stack.occupancy().connections()).isEqualTo(2);
            assertThat(refused.getCount()).isZero();
        }
    }

    @Test
    void aMessageThatIsNeverFinishedEndsTheConnection() {
        StackTimes hasty = StackTimes.defaults().message(Duration.ofMillis(50));
        JainSipStack stack = tcp(Received.silent(), StackBounds.defaults(), hasty, StackObserver.NONE);
        try (TcpPeer peer = new TcpPeer(address(stack))) {
            peer.send("INFO sip:bob@example.com SIP/2.0\r\nVia: ");
            peer.awaitEnd();
        }
    }

    @Test
    void aConnectionByWhichNothingComesIsClosed() {
        StackTimes hasty = StackTimes.defaults().message(Duration.ofMillis(50));
        JainSipStack silent = tcp(Received.silent(), StackBounds.defaults(), hasty, StackObserver.NONE);
        try (TcpPeer peer = new TcpPeer(address(silent))) {
            peer.awaitEnd();
        }
        StackTimes idle = StackTimes.defaults().idle(Duration.ofMillis(50));
        JainSipStack waiting = tcp(Received.answering(OK), StackBounds.defaults(), idle, StackObserver.NONE);
        try (TcpPeer peer = new TcpPeer(address(waiting))) {
            peer.send(Texts.tcp("INFO", Texts.branch()));
            peer.receive();
            peer.awaitEnd();
        }
    }

    @Test
    void whoDoesNotTakeWhatIsSentLosesTheConnection() throws IOException, InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        StackObserver observer = new StackObserver() {
            @Override
            public void peerTooSlow(Transport transport) {
                slow.countDown();
            }
        };
        SipBody large = SipBody.of("text/plain", new byte[100_000]);
        Received received = Received.answering(OK.with(large));
        JainSipStack stack =
                tcp(received, StackBounds.defaults().outgoingBytes(1 << 20), StackTimes.defaults(), observer);
        Socket narrow = new Socket();
        narrow.setReceiveBufferSize(4096);
        try (TcpPeer peer = new TcpPeer(narrow, address(stack))) {
            for (int i = 0; i < 500 && slow.getCount() > 0; i++) {
                try {
                    peer.send(Texts.tcp("INFO", Texts.branch()));
                } catch (java.io.UncheckedIOException closed) {
                    break;
                }
            }
            assertThat(slow.await(Answers.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRequestWithoutLengthIsAnswered400AndTheConnectionClosed() {
        JainSipStack stack = tcp(Received.answering(OK), StackBounds.defaults());
        try (TcpPeer peer = new TcpPeer(address(stack))) {
            peer.send(Texts.tcp("INFO", Texts.branch()).replace("Content-Length: 0\r\n", ""));
            assertThat(peer.receive()).startsWith("SIP/2.0 400 Content-Length Missing\r\n");
            peer.awaitEnd();
        }
    }

    @Test
    void twoThousandConnectionsCostNoThreadsAndLeaveNothing() throws InterruptedException {
        int many = 2_000;
        CountDownLatch closed = new CountDownLatch(many);
        StackObserver observer = new StackObserver() {
            @Override
            public void connectionClosed(Transport transport) {
                closed.countDown();
            }
        };
        JainSipStack stack = tcp(Received.answering(OK), StackBounds.defaults(), StackTimes.defaults(), observer);
        int threads = Thread.activeCount();
        Queue<TcpPeer> peers = new ArrayDeque<>();
        List<String> branches = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) {
                TcpPeer peer = new TcpPeer(address(stack));
                peers.add(peer);
                branches.add(Texts.branch());
                peer.send(Texts.tcp("INFO", branches.get(i)));
            }
            peers.forEach(peer -> assertThat(peer.receive()).startsWith("SIP/2.0 200 "));
            assertThat(stack.occupancy().connections()).isEqualTo(many);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
        } finally {
            peers.forEach(TcpPeer::close);
        }
        assertThat(closed.await(Answers.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(stack.occupancy()).isEqualTo(new Occupancy(0, 0, 0, 0));
    }
}
