package io.parley.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A user agent of ours and a {@link Handset}, who may call each other, and time that passes as the test wants it. */
final class Booth {

    private static final String AGENT = "10.0.0.2:5060";
    static final String CONTACT = "<sip:room@10.0.0.2:5060;transport=tcp>;isfocus";
    static final SipBody DESCRIPTION = SipBody.of(
            "application/sdp",
            "v=0\r\no=- 5 1 IN IP4 10.0.0.2\r\ns=-\r\nc=IN IP4 10.0.0.2\r\nt=0 0\r\nm=audio 6000 RTP/AVP 0\r\n");

    final ManualClock clock = ManualClock.at("2026-11-29T12:00:00Z");
    final ManualScheduler scheduler = new ManualScheduler(clock);
    final InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    final UserAgent agent;
    final Handset handset = new Handset(network, AGENT);
    /** Who is asked for a session, and what became of it. */
    Optional<Session> session = Optional.empty();

    final List<SessionEnd> ends = new ArrayList<>();
    final List<Integer> refused = new ArrayList<>();
    /** What within a session waits for its answer, if answers are held back. */
    final List<IncomingRequest> held = new ArrayList<>();

    boolean holds;

    Booth(SessionTimers timers) {
        this(timers, Credentials.NONE);
    }

    Booth(SessionTimers timers, Credentials credentials) {
        agent = UserAgent.builder(new Callee(), scheduler, Runnable::run)
                .settings(UserAgentSettings.STANDARD.with(timers))
                .clock(clock)
                .random(new Random(7))
                .credentials(credentials)
                .start(entrance -> network.open(AGENT, entrance));
    }

    static Booth open() {
        return new Booth(SessionTimers.STANDARD);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    void settle() {
        pass(Duration.ofSeconds(1));
    }

    /** Our INVITE with an offer. */
    static SipRequest offer() {
        return offerless().with(DESCRIPTION);
    }

    static SipRequest offerless() {
        return SipRequest.of("INVITE", "sip:bob@10.0.0.1:5060;transport=tcp")
                .with("From", "<sip:room@10.0.0.2>")
                .with("Contact", CONTACT);
    }

    /** Calls the handset, which accepts with those headers, and gives the INVITE. */
    SipRequest place(SipRequest invite, SipResponse accepted) {
        handset.answers("INVITE", accepted);
        call(invite);
        assertThat(session).as("somebody answers").isPresent();
        return handset.heard("INVITE").get(0);
    }

    SipRequest place(SipResponse accepted) {
        return place(offer(), accepted);
    }

    OutgoingInvite call(SipRequest invite) {
        OutgoingInvite placed = agent.invite(
                invite, Target.of(Transport.TCP, InMemoryNetwork.socket(Handset.ADDRESS)), new Caller(invite));
        settle();
        return placed;
    }

    /** The handset sends that, and has its final response a moment later. */
    SipResponse ask(SipRequest request) {
        List<SipResponse> responses = handset.send(request);
        settle();
        assertThat(responses).as("answers to " + request).isNotEmpty();
        return responses.get(responses.size() - 1);
    }

    void nothingIsLeft() {
        pass(Duration.ofMinutes(1));
        assertThat(agent.dialogs()).isEmpty();
        assertThat(agent.armedTimers()).isZero();
    }

    /** Accepts what comes. */
    private final class Callee implements RequestHandler {
        @Override
        public void invited(IncomingInvite invite) {
            session = Optional.of(invite.accept(
                    SipResponse.of(200, "OK").with("Contact", CONTACT).with(DESCRIPTION), new Hears()));
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

    /** Hears of a session, and takes whatever comes in it. */
    private class Hears implements SessionHandler {
        @Override
        public void requested(IncomingRequest request) {
            if (holds) {
                held.add(request);
            } else {
                request.respond(SipResponse.of(200, "OK"));
            }
        }

        @Override
        public void ended(SessionEnd end) {
            ends.add(end);
        }
    }

    /** Hears of a call that was placed, and answers the offer if the handset makes it. */
    private final class Caller extends Hears implements OutgoingHandler {
        private final SipRequest invite;

        Caller(SipRequest invite) {
            this.invite = invite;
        }

        @Override
        public SipBody answered(Session begun, SipResponse response) {
            session = Optional.of(begun);
            return invite.body().isEmpty() ? DESCRIPTION : SipBody.NONE;
        }

        @Override
        public void failed(SipResponse response) {
            refused.add(response.status());
        }
    }
}
