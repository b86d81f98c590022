package io.parley.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.InMemoryStack;
import io.parley.sip.network.Traffic;
import io.parley.sip.network.Weather;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions and subscriptions from INVITE and SUBSCRIBE to their end, at both ends (RFC 3261 sections 12 to 15, RFC 6665). */
class SessionStoriesTest {

    private static final String CLIENT = "10.0.0.1:5060";
    private static final String SERVER = "10.0.0.2:5060";

    private final ManualClock clock = ManualClock.at("2026-11-29T12:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    private final Server server = new Server();
    private Optional<InMemoryStack> clientStack = Optional.empty();
    private UserAgent callee = agent(SERVER, server);
    private UserAgent caller = agent(CLIENT, new Server());

    private UserAgent agent(String address, RequestHandler handler) {
        return UserAgent.builder(handler, scheduler, Runnable::run)
                .clock(clock)
                .random(new Random(7))
                .start(entrance -> {
                    InMemoryStack stack = network.open(address, entrance);
                    clientStack = Optional.of(stack);
                    return stack;
                });
    }

    private void in(Weather weather, long seed) {
        network = new InMemoryNetwork(clock, scheduler, weather, seed);
        callee = agent(SERVER, server);
        caller = agent(CLIENT, new Server());
    }

    /** Accepts what it is asked, and notes what happens. */
    private static final class Server implements RequestHandler {
        private final List<Session> sessions = new ArrayList<>();
        private final List<SessionEnd> ends = new ArrayList<>();
        private final List<String> heard = new ArrayList<>();
        private final List<Subscription> subscriptions = new ArrayList<>();
        private String state = "first";
        private String told = "";

        @Override
        public void invited(IncomingInvite invite) {
            sessions.add(invite.accept(
                    SipResponse.of(200, "OK").with("Contact", "<sip:10.0.0.2:5060>;isfocus"), new SessionHandler() {
                        @Override
                        public void requested(IncomingRequest request) {
                            heard.add(request.request().method() + " "
                                    + request.request().body().text());
                            request.respond(SipResponse.of(202, "Accepted"));
                        }

                        @Override
                        public void ended(SessionEnd end) {
                            ends.add(end);
                        }
                    }));
        }

        @Override
        public void subscribed(IncomingSubscribe subscribe) {
            subscriptions.add(subscribe.accept(
                    SipResponse.of(200, "OK").with("Contact", "<sip:10.0.0.2:5060>"),
                    new NotificationSource() {
                        @Override
                        public Notification full() {
                            told = state;
                            return Notification.of(SipBody.of("text/plain", "full " + state));
                        }

                        @Override
                        public Optional<Notification> changes() {
                            if (told.equals(state)) {
                                return Optional.empty();
                            }
                            told = state;
                            return Optional.of(Notification.of(SipBody.of("text/plain", "now " + state)));
                        }

                        @Override
                        public void ended(SubscriptionEnd end) {
                            heard.add("subscription " + end);
                        }
                    },
                    Delivery.AS_ASKED));
        }

        @Override
        public void requested(IncomingRequest request) {
            request.respond(SipResponse.of(200, "OK"));
        }
    }

    /** Somebody who calls. */
    private static final class Call implements OutgoingHandler {
        private Optional<Session> session = Optional.empty();
        private final List<Integer> refused = new ArrayList<>();
        private final List<SessionEnd> ends = new ArrayList<>();

        @Override
        public SipBody answered(Session begun, SipResponse response) {
            session = Optional.of(begun);
            return SipBody.NONE;
        }

        @Override
        public void failed(SipResponse response) {
            refused.add(response.status());
        }

        @Override
        public void requested(IncomingRequest request) {
            request.respond(SipResponse.of(200, "OK"));
        }

        @Override
        public void ended(SessionEnd end) {
            ends.add(end);
        }
    }

    private Target to(Transport transport) {
        return Target.of(transport, InMemoryNetwork.socket(SERVER));
    }

    private static SipRequest request(String method) {
        return SipRequest.of(method, "sip:conference@10.0.0.2")
                .with("From", "<sip:bob@10.0.0.1>")
                .with("Contact", "<sip:bob@10.0.0.1:5060>");
    }

    private Call call(Transport transport) {
        Call call = new Call();
        caller.invite(request("INVITE"), to(transport), call);
        pass(Duration.ofSeconds(1));
        return call;
    }

    private void pass(Duration time) {
        clock.advance(time);
    }

    private void nothingIsLeft() {
        assertThat(callee.dialogs()).isEmpty();
        assertThat(caller.dialogs()).isEmpty();
        assertThat(callee.armedTimers()).isZero();
        assertThat(caller.armedTimers()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aCallIsAcceptedUsedAndEndedByTheCaller(Transport transport) {
        Call call = call(transport);
        Session session = call.session.orElseThrow();
        List<Integer> answers = new ArrayList<>();
        session.send("INFO", SipHeaders.NONE, SipBody.of("text/plain", "one"), it -> answers.add(it.status()));
        session.send("INFO", SipHeaders.NONE, SipBody.of("text/plain", "two"), it -> answers.add(it.status()));
        pass(Duration.ofSeconds(1));
        assertThat(server.heard).containsExactly("INFO one", "INFO two");
        assertThat(answers).containsExactly(202, 202);
        session.end();
        pass(Duration.ofSeconds(1));
        assertThat(server.ends).containsExactly(SessionEnd.LEFT);
        assertThat(call.ends).containsExactly(SessionEnd.ENDED);
        pass(Duration.ofMinutes(1));
        nothingIsLeft();
    }

    @Test
    void theServerEndsACallWithAReason() {
        Call call = call(Transport.TCP);
        server.sessions.get(0).end(SipHeaders.NONE.and("Reason", "SIP;cause=481;text=\"Participant Removed\""));
        pass(Duration.ofSeconds(1));
        assertThat(call.ends).containsExactly(SessionEnd.LEFT);
        assertThat(network.traffic())
                .map(Traffic::message)
                .anyMatch(message -> message instanceof SipRequest bye
                        && bye.method().equals("BYE")
                        && bye.header("Reason").orElse("").contains("Participant Removed"));
        pass(Duration.ofMinutes(1));
        nothingIsLeft();
    }

    @Test
    void whoVanishesIsGoneWhenHisLeaseRunsOut() {
        call(Transport.TCP);
        clientStack.orElseThrow().unplug();
        pass(Duration.ofHours(3));
        assertThat(server.ends).hasSize(1);
        assertThat(server.ends.get(0)).isIn(SessionEnd.EXPIRED, SessionEnd.GONE);
        assertThat(callee.dialogs()).isEmpty();
        assertThat(callee.armedTimers()).isZero();
    }

    @Test
    void aRequestInADialogThatIsNotThereIs481() {
        List<Integer> answers = new ArrayList<>();
        caller.send(
                request("INFO").with("To", "<sip:conference@10.0.0.2>;tag=none"),
                to(Transport.TCP),
                response -> answers.add(response.status()));
        pass(Duration.ofSeconds(1));
        assertThat(answers).containsExactly(481);
        nothingIsLeft();
    }

    @Test
    void methodsAndExtensionsThatNobodyKnowsAreRefused() {
        List<String> answers = new ArrayList<>();
        caller.send(
                request("DANCE"),
                to(Transport.TCP),
                it -> answers.add(it.status() + " " + it.header("Allow").isPresent()));
        caller.send(
                request("OPTIONS").with("Require", "dancing"),
                to(Transport.TCP),
                it -> answers.add(it.status() + " " + it.header("Unsupported").orElse("")));
        pass(Duration.ofSeconds(1));
        assertThat(answers).containsExactlyInAnyOrder("405 true", "420 dancing");
        nothingIsLeft();
    }

    /** A subscriber that notes the documents. */
    private static final class Documents implements SubscriberHandler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void notified(SipMessage message) {
            all.add(message.body().text());
        }

        @Override
        public void failed(SipResponse response) {
            all.add("failed " + response.status());
        }

        @Override
        public void ended(SubscriptionEnd end) {
            all.add("ended");
        }
    }

    @Test
    void aBurstOfChangesIsOneDocumentAnIntervalAndTheLastStateIsTold() {
        Documents documents = new Documents();
        caller.subscribe(request("SUBSCRIBE").with("Event", "conference"), to(Transport.TCP), documents);
        pass(Duration.ofMillis(100));
        assertThat(documents.all).containsExactly("full first");
        for (int i = 0; i < 50; i++) {
            server.state = "state " + i;
            server.subscriptions.get(0).changed();
            pass(Duration.ofMillis(2));
        }
        pass(Duration.ofSeconds(1));
        assertThat(documents.all).hasSizeLessThanOrEqualTo(3).endsWith("now state 49");
        server.subscriptions.get(0).end("noresource", Notification.of(SipBody.of("text/plain", "last")), () -> {});
        pass(Duration.ofMinutes(1));
        assertThat(documents.all).endsWith("last", "ended");
        nothingIsLeft();
    }

    @Test
    void anEventThatNobodyKnowsIs489() {
        Documents documents = new Documents();
        caller.subscribe(request("SUBSCRIBE").with("Event", "weather"), to(Transport.TCP), documents);
        pass(Duration.ofSeconds(1));
        assertThat(documents.all).containsExactly("failed 489");
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void inFoulWeatherBothEndsComeToTheSameEndAndNothingIsLeft(long seed) {
        in(Weather.FOUL, seed);
        Random deeds = new Random(seed);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Call call = new Call();
            calls.add(call);
            OutgoingInvite invite = caller.invite(request("INVITE"), to(Transport.UDP), call);
            pass(Duration.ofMillis(deeds.nextInt(800)));
            if (deeds.nextInt(4) == 0) {
                invite.cancel();
            }
            call.session.filter(session -> deeds.nextBoolean()).ifPresent(Session::end);
            server.sessions.stream()
                    .filter(session -> deeds.nextInt(6) == 0)
                    .toList()
                    .forEach(Session::end);
        }
        pass(Duration.ofMinutes(2));
        calls.forEach(call -> call.session.ifPresent(Session::end));
        server.sessions.forEach(Session::end);
        pass(Duration.ofHours(3));
        nothingIsLeft();
        assertThat(server.ends).as("each session ends once").hasSameSizeAs(server.sessions);
        assertThat(calls).allMatch(call -> call.ends.size() == (call.session.isPresent() ? 1 : 0));
    }
}
