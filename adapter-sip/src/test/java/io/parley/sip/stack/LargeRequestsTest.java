package io.parley.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that do not fit into a datagram (RFC 3261 section 18.1.1). */
class LargeRequestsTest {

    private static final SipResponse OK = SipResponse.of(200, "OK");

    private final Received received = Received.answering(OK);
    private final AtomicInteger connections = new AtomicInteger();
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    private JainSipStack client() {
        StackObserver counting = new StackObserver() {
            @Override
            public void connectionOpened(Transport transport) {
                connections.incrementAndGet();
            }
        };
        return loopback.open(
                Received.silent(),
                builder ->
                        builder.udp(Loopback.anyPort()).tcp(Loopback.anyPort()).observer(counting));
    }

    /** One that listens on the same port by UDP and TCP. */
    private JainSipStack both() {
        for (int i = 0; i < 100; i++) {
            JainSipStack udp = loopback.open(Transport.UDP, received);
            InetSocketAddress address = udp.listening(Transport.UDP).orElseThrow();
            udp.close();
            try {
                return loopback.open(received, builder -> builder.udp(address).tcp(address));
            } catch (UncheckedIOException taken) {
                continue;
            }
        }
        throw new AssertionError("no port that is free by UDP and TCP");
    }

    private static SipRequest large() {
        return Requests.of("MESSAGE").with(SipBody.of("text/plain", "x".repeat(1200)));
    }

    private static Target to(JainSipStack server) {
        return Target.of(Transport.UDP, server.listening(Transport.UDP).orElseThrow());
    }

    @Test
    void aLargeOneGoesByTcp() {
        Answers answers = new Answers();
        client().send(large(), to(both()), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(200);
        assertThat(received.next().peer().transport()).isEqualTo(Transport.TCP);
    }

    @Test
    void aSmallOneDoesNot() {
        Answers answers = new Answers();
        client().send(Requests.of("MESSAGE"), to(both()), answers);
        assertThat(answers.finalResponse().status()).isEqualTo(200);
        assertThat(received.next().peer().transport()).isEqualTo(Transport.UDP);
    }

    @Test
    void aLargeOneGoesByUdpWhereThereIsNoTcpAndNoneIsLookedForAgain() {
        JainSipStack server = loopback.open(Transport.UDP, received);
        JainSipStack client = client();
        for (int i = 0; i < 3; i++) {
            Answers answers = new Answers();
            client.send(large(), to(server), answers);
            assertThat(answers.finalResponse().status()).isEqualTo(200);
            assertThat(received.next().peer().transport()).isEqualTo(Transport.UDP);
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void aLargeInviteCanBeCancelledByWhicheverItWent() {
        Received ringing = Received.doing(transaction -> {
            transaction.onCancel(() -> transaction.respond(SipResponse.of(487, "Request Terminated")));
            transaction.respond(SipResponse.of(180, "Ringing"));
        });
        JainSipStack server = loopback.open(Transport.UDP, ringing);
        Answers answers = new Answers();
        ClientTransaction call = client().send(
                        Requests.of("INVITE").with(SipBody.of("text/plain", "x".repeat(1200))), to(server), answers);
        assertThat(answers.response().status()).isEqualTo(180);
        call.cancel();
        assertThat(answers.finalResponse().status()).isEqualTo(487);
    }
}
