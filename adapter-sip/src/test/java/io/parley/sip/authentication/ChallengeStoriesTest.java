package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemoryDigestSecrets;
import io.parley.inmemory.InMemoryUserDirectory;
import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.sip.dialog.Incoming;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.Traffic;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients who answer challenges and the server that makes them, over a network. */
class ChallengeStoriesTest {

    private static final String CLIENT = "10.0.0.1:5060";
    private static final String SERVER = "10.0.0.2:5060";

    private final ManualClock clock = ManualClock.at("2030-01-01T12:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    private final Authentication digest = new DigestAuthentication(
            new InMemoryDigestSecrets("example.com")
                    .register("bob", "zanzibar", XconUserId.of("xcon-userid:bob@example.com")),
            InMemoryUserDirectory.open("example.com"),
            "example.com",
            clock);

    private UserAgent agent(String address, RequestHandler handler, Credentials credentials) {
        return UserAgent.builder(handler, scheduler, Runnable::run)
                .clock(clock)
                .random(new Random(7))
                .credentials(credentials)
                .start(entrance -> network.open(address, entrance));
    }

    private UserAgent client(String password) {
        return agent(CLIENT, new Server(digest), new DigestCredentials("bob", password));
    }

    /** Accepts all whom the authentication lets through. */
    private record Server(Authentication authentication) implements RequestHandler {
        private void answer(Incoming incoming, Consumer<SipResponse> accept) {
            Identified identified = authentication.identify(incoming.request(), incoming.peer(), Optional.empty());
            if (identified instanceof Identified.As as) {
                accept.accept(as.confirmed(SipResponse.of(200, "OK").with("Contact", "<sip:10.0.0.2:5060>")));
            } else {
                incoming.reject(Sent.refusal(identified));
            }
        }

        @Override
        public void invited(IncomingInvite invite) {
            answer(
                    invite,
                    response -> invite.accept(response, new SessionHandler() {
                        @Override
                        public void requested(IncomingRequest request) {
                            answer(request, request::respond);
                        }

                        @Override
                        public void ended(SessionEnd end) {}
                    }));
        }

        @Override
        public void subscribed(IncomingSubscribe subscribe) {
            subscribe.reject(SipResponse.of(489, "Bad Event"));
        }

        @Override
        public void requested(IncomingRequest request) {
            answer(request, request::respond);
        }
    }

    /** Somebody who calls. */
    private static final class Call implements OutgoingHandler {
        private final List<Session> sessions = new ArrayList<>();
        private final List<Integer> refused = new ArrayList<>();

        @Override
        public SipBody answered(Session begun, SipResponse response) {
            sessions.add(begun);
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
        public void ended(SessionEnd end) {}
    }

    private Call call(UserAgent caller) {
        Call call = new Call();
        SipRequest invite = SipRequest.of("INVITE", "sip:conference@10.0.0.2")
                .with("From", "<sip:bob@example.com>")
                .with("Contact", "<sip:bob@10.0.0.1:5060>");
        caller.invite(invite, Target.of(Transport.TCP, InMemoryNetwork.socket(SERVER)), call);
        clock.advance(Duration.ofSeconds(1));
        return call;
    }

    private List<SipMessage> sent(String by) {
        return network.traffic().stream()
                .filter(it -> it.from().equals(InMemoryNetwork.socket(by)))
                .map(Traffic::message)
                .toList();
    }

    private List<Integer> statuses() {
        return sent(SERVER).stream()
                .flatMap(it -> it instanceof SipResponse response ? Stream.of(response.status()) : Stream.empty())
                .filter(it -> it > 100)
                .toList();
    }

    private List<SipRequest> requests(String method) {
        return sent(CLIENT).stream()
                .flatMap(it ->
                        it instanceof SipRequest request && request.method().equals(method)
                                ? Stream.of(request)
                                : Stream.empty())
                .toList();
    }

    @Test
    void aCallerAnswersTheChallengesToAllHisRequests() {
        agent(SERVER, new Server(digest), Credentials.NONE);
        Call call = call(client("zanzibar"));
        assertThat(call.sessions).hasSize(1);
        List<Integer> answers = new ArrayList<>();
        call.sessions.get(0).send("INFO", SipHeaders.NONE, SipBody.NONE, it -> answers.add(it.status()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(answers).containsExactly(200);
        assertThat(statuses()).containsExactly(401, 200, 401, 200);
    }

    @Test
    void whoHasAWrongPasswordIsToldOnce() {
        agent(SERVER, new Server(digest), Credentials.NONE);
        Call call = call(client("Zanzibar"));
        assertThat(call.refused).containsExactly(403);
        assertThat(statuses()).containsExactly(401, 403);
    }

    @Test
    @Requirement("C3P-2.2.1.1-01")
    void theRepeatedInviteCarriesCredentialsForTheServer() {
        agent(SERVER, new Server(digest), Credentials.NONE);
        assertThat(call(client("zanzibar")).sessions).hasSize(1);
        assertThat(requests("INVITE"))
                .satisfiesExactly(
                        first -> assertThat(first.header("Authorization")).isEmpty(),
                        second -> assertThat(second.header("Authorization").orElseThrow())
                                .startsWith("Digest username=\"bob\", realm=\"example.com\""));
    }

    @Test
    @Requirement("C3P-2.2.1.1-01")
    void theRepeatedInviteCarriesCredentialsForTheProxy() {
        Authentication proxy =
                (request, peer, key) -> request.header("Proxy-Authorization").isPresent()
                        ? Authentication.OFF.identify(request, peer, key)
                        : new Identified.Refused(SipResponse.of(407, "Proxy Authentication Required")
                                .with("Proxy-Authenticate", "Digest realm=\"proxy\", qop=\"auth\", nonce=\"n\""));
        agent(SERVER, new Server(proxy), Credentials.NONE);
        assertThat(call(client("zanzibar")).sessions).hasSize(1);
        assertThat(requests("INVITE"))
                .satisfiesExactly(
                        first -> assertThat(first.header("Proxy-Authorization")).isEmpty(),
                        second -> assertThat(
                                        second.header("Proxy-Authorization").orElseThrow())
                                .startsWith("Digest username=\"bob\", realm=\"proxy\""));
    }

    @Test
    void credentialsForAProxyAndForTheServerGoTogether() {
        Authentication both =
                (request, peer, key) -> request.header("Proxy-Authorization").isPresent()
                        ? digest.identify(request, peer, key)
                        : new Identified.Refused(SipResponse.of(407, "Proxy Authentication Required")
                                .with("Proxy-Authenticate", "Digest realm=\"proxy\", qop=\"auth\", nonce=\"n\""));
        agent(SERVER, new Server(both), Credentials.NONE);
        assertThat(call(client("zanzibar")).sessions).hasSize(1);
        assertThat(statuses()).containsExactly(407, 401, 200);
    }
}
