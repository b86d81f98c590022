package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.focus.ConferenceUri;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.ports.contract.McuContract;
import io.parley.ports.contract.McuGatewayContract;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.contract.Samples;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Chat MCUs do what every focus may rely on; somebody comes in by a call over the network. */
@Requirement({"C3P-2.2.5-04", "C3P-3.4.4.3.1-01", "C3P-3.4.4.3.1-02", "C3P-3.4.4.3.1-03"})
class ChatMcusTest implements McuContract, McuGatewayContract {

    private final ManualClock clock = ManualClock.at("2030-01-07T12:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    private UserAgent caller = agent("10.0.0.1:5060", new Switchboard(chat()));

    private static ChatMcus chat() {
        return new ChatMcus();
    }

    private UserAgent agent(String address, RequestHandler handler) {
        return UserAgent.builder(handler, scheduler, Runnable::run)
                .clock(clock)
                .random(new Random(address.hashCode()))
                .start(entrance -> network.open(address, entrance));
    }

    @Override
    public McuGateway gateway(FocusService reports) {
        network = new InMemoryNetwork(clock, scheduler);
        ChatMcus chat = chat();
        chat.reportTo(reports);
        chat.callBy(agent(Chatroom.SERVER, new Switchboard(chat)), ChatSettings.at(Chatroom.SERVER_URI));
        caller = agent("10.0.0.1:5060", new Switchboard(chat));
        return chat;
    }

    @Override
    public McuGateway gateway() {
        return gateway(new RecordingFocus());
    }

    @Override
    public McuType type() {
        return McuType.CHAT;
    }

    @Override
    public void settle() {
        clock.advance(Duration.ofSeconds(1));
    }

    @Override
    public void join(McuGateway gateway, McuId mcu, SipUri user) {
        SipUri conference = ConferenceUri.of(mcu.conference());
        C3pEndpoint endpoint = C3pEndpoint.of("{in}").withJoiningMethod(C3pJoiningMethod.DIALED_IN);
        AddUser dialIn = new AddUser(
                ConferenceKeys.of(conference),
                C3pUser.of(user).withEndpoints(List.of(endpoint)),
                Optional.of(mcu.uri()),
                false);
        gateway.command(mcu, new C3pRequest("6", user, conference, dialIn), response -> {});
        SipRequest invite = SipRequest.of("INVITE", mcu.uri().toString())
                .with("From", "<" + user + ">")
                .with("Contact", "<sip:10.0.0.1:5060;transport=tcp>")
                .with(Phone.CHAT);
        caller.invite(invite, Target.of(Transport.TCP, InMemoryNetwork.socket(Chatroom.SERVER)), new Silent());
        settle();
    }

    @Test
    void mcusThatDoNotKnowWhomToReportToDoNotStart() {
        assertThatThrownBy(() -> chat().start(mcu("a"), Samples.fresh(Samples.id("a"))))
                .hasMessageContaining("whom they report to");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> ChatSettings.at(SipUri.of("tel:+1"))).hasMessageContaining("tel:+1");
        ChatSettings standard = ChatSettings.at(Chatroom.SERVER_URI);
        assertThatThrownBy(() ->
                        new ChatSettings(standard.server(), List.of("text plain"), 1, 1, 1, Duration.ofMinutes(1)))
                .hasMessageContaining("text plain");
        assertThatThrownBy(() -> new ChatSettings(standard.server(), List.of(), 0, 1, 1, Duration.ofMinutes(1)))
                .hasMessageContaining("0 bytes");
        assertThat(standard.acceptTypes()).contains("text/plain");
    }

    /** Hands calls on to MCUs of conferences of which nothing is known but their identifiers. */
    private record Switchboard(ChatMcus chat) implements RequestHandler {
        @Override
        public void invited(IncomingInvite invite) {
            ConferenceUri uri =
                    ConferenceUri.parse(SipUri.of(invite.request().uri())).orElseThrow();
            chat.invited(invite, Samples.fresh(uri.conference()), Chatroom.caller(invite));
        }

        @Override
        public void subscribed(IncomingSubscribe subscribe) {
            subscribe.reject(SipResponse.of(403, "Forbidden"));
        }

        @Override
        public void requested(IncomingRequest request) {
            chat.requested(request);
        }
    }

    /** Calls, and never says anything. */
    private record Silent() implements OutgoingHandler {
        @Override
        public SipBody answered(Session session, SipResponse response) {
            return SipBody.NONE;
        }

        @Override
        public void failed(SipResponse response) {
            throw new AssertionError(response.toString());
        }

        @Override
        public void requested(IncomingRequest request) {
            request.respond(SipResponse.of(200, "OK"));
        }

        @Override
        public void ended(SessionEnd end) {}
    }
}
