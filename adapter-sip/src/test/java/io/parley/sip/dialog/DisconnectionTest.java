package io.parley.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.InMemoryStack;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a session when the connection of its peer ends. */
class DisconnectionTest {

    private static final String PHONE = "10.0.0.1:5060";
    private static final String SERVER = "10.0.0.2:5060";
    private static final Duration LEASE = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final ManualClock clock = ManualClock.at("2026-11-29T12:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    private final List<SessionEnd> ends = new ArrayList<>();
    private final UserAgent server = UserAgent.builder(new Server(), scheduler, Runnable::run)
            .clock(clock)
            .random(new Random(7))
            .start(handler -> network.open(SERVER, handler));
    private final List<String> asked = new ArrayList<>();
    private final List<SipResponse> answers = new ArrayList<>();
    private final InMemoryStack phone = network.open(PHONE, new Phone());
    private int number;

    /** Accepts calls. */
    private final class Server implements RequestHandler {
        @Override
        public void invited(IncomingInvite invite) {
            invite.accept(
                    SipResponse.of(200, "OK").with("Contact", "<sip:10.0.0.2:5060;transport=tcp>"),
                    new SessionHandler() {
                        @Override
                        public void requested(IncomingRequest request) {
                            request.respond(SipResponse.of(200, "OK"));
                        }

                        @Override
                        public void ended(SessionEnd end) {
                            ends.add(end);
                        }
                    });
        }

        @Override
        public void subscribed(IncomingSubscribe subscribe) {
            subscribe.reject(SipResponse.of(403, "Forbidden"));
        }

        @Override
        public void requested(IncomingRequest request) {
            request.respond(SipResponse.of(200, "OK"));
        }
    }

    /** Answers whatever it is asked. */
    private final class Phone implements SipHandler {
        @Override
        public void received(ServerTransaction transaction) {
            asked.add(transaction.request().method());
            transaction.respond(SipResponse.of(200, "OK"));
        }

        @Override
        public void acknowledged(SipRequest ack, Peer peer) {}
    }

    private void send(String method, String contact, Transport transport) {
        number++;
        String to = answers.isEmpty()
                ? "<sip:conference@10.0.0.2>"
                : answers.get(0).header("To").orElseThrow();
        SipRequest request = SipRequest.of(method, "sip:conference@10.0.0.2")
                .with("From", "<sip:bob@example.com>;tag=bob")
                .with("To", to)
                .with("Call-ID", "call")
                .with("CSeq", number + " " + method)
                .with("Contact", "<" + contact + ">");
        if (method.equals("ACK")) {
            number--;
            phone.sendOnce(request.with("CSeq", number + " ACK"), target(transport));
        } else {
            phone.send(request, target(transport), new ResponseListener() {
                @Override
                public void responded(SipResponse response, Peer peer) {
                    if (!response.isProvisional()) {
                        answers.add(response);
                    }
                }

                @Override
                public void failed(Failure failure) {}
            });
        }
        clock.advance(Duration.ofMillis(500));
    }

    private static Target target(Transport transport) {
        return Target.of(transport, InMemoryNetwork.socket(SERVER));
    }

    /** Somebody whose Contact is {@code contact} calls by {@code transport}, and is then without his connection. */
    private void callAndLose(String contact, Transport transport) {
        send("INVITE", contact, transport);
        send("ACK", contact, transport);
        phone.hangUp();
    }

    @Test
    void whoAnswersAtHisContactIsStillThere() {
        callAndLose("sip:bob@10.0.0.1:5060;transport=tcp", Transport.TCP);
        clock.advance(SOON);

        assertThat(asked).containsExactly("OPTIONS");
        assertThat(ends).isEmpty();
        clock.advance(LEASE.minus(SOON.multipliedBy(3)));
        assertThat(asked).containsOnlyOnce("OPTIONS");
        assertThat(ends).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "TLS"})
    void whoCannotBeReachedIsGoneSoon(Transport transport) {
        callAndLose("sip:bob@10.0.9.9:5060;transport=" + transport, transport);
        clock.advance(Duration.ofSeconds(31));
        assertThat(ends).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        assertThat(ends).containsExactly(SessionEnd.EXPIRED);
        assertThat(asked).isEmpty();
        clock.advance(SOON);
        assertThat(server.dialogs()).isEmpty();
        assertThat(server.armedTimers()).isZero();
    }

    @Test
    void whoHasGoneFromWhereHeWasIsGoneSoon() {
        callAndLose("sip:bob@10.0.0.1:5060;transport=tcp", Transport.TCP);
        phone.close();
        clock.advance(SOON.multipliedBy(2));

        assertThat(ends).containsExactly(SessionEnd.EXPIRED);
    }

    @Test
    void whoComesBackByAnotherConnectionIsStillThere() {
        callAndLose("sip:bob@10.0.9.9:5060;transport=tcp", Transport.TCP);
        clock.advance(Duration.ofSeconds(20));
        send("INFO", "sip:bob@10.0.9.9:5060;transport=tcp", Transport.TCP);
        assertThat(answers)
                .last()
                .satisfies(it -> assertThat(it.header("CSeq")).contains("2 INFO"))
                .matches(SipResponse::isSuccess);

        clock.advance(SOON.multipliedBy(10));
        assertThat(ends).isEmpty();
    }

    @Test
    void hisNextConnectionCountsLikeTheFirst() {
        callAndLose("sip:bob@10.0.9.9:5060;transport=tcp", Transport.TCP);
        clock.advance(Duration.ofSeconds(20));
        send("INFO", "sip:bob@10.0.9.9:5060;transport=tcp", Transport.TCP);
        clock.advance(SOON);
        phone.hangUp();
        clock.advance(SOON.multipliedBy(2));

        assertThat(ends).containsExactly(SessionEnd.EXPIRED);
    }

    @Test
    void whoEndsHisCallBeforeHisConnectionIsNotAskedFor() {
        send("INVITE", "sip:bob@10.0.0.1:5060;transport=tcp", Transport.TCP);
        send("ACK", "sip:bob@10.0.0.1:5060;transport=tcp", Transport.TCP);
        send("BYE", "sip:bob@10.0.0.1:5060;transport=tcp", Transport.TCP);
        phone.hangUp();
        clock.advance(SOON);

        assertThat(asked).isEmpty();
        assertThat(ends).containsExactly(SessionEnd.LEFT);
    }

    @Test
    void whoCameByTlsIsToldNothingInClear() {
        send("INVITE", "sip:bob@10.0.0.1:5060", Transport.TLS);
        send("ACK", "sip:bob@10.0.0.1:5060", Transport.TLS);
        Session session = server.dialogs().iterator().next().session().orElseThrow();
        session.send("INFO", SipHeaders.NONE, SipBody.of("text/plain", "secret"), response -> {});
        clock.advance(Duration.ofMillis(500));

        assertThat(asked).containsExactly("INFO");
        assertThat(network.traffic())
                .filteredOn(it -> it.message().body().text().equals("secret"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.message().header("Via").orElseThrow()).startsWith("SIP/2.0/TLS "));
    }
}
