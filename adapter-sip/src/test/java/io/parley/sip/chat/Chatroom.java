package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.DocumentState;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.document.Element;
import io.parley.focus.ConferenceUri;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.participation.Assembly;
import io.parley.participation.McuReporting;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.in.FocusService.McuId;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.Locator;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.InMemoryStack;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A conference with a chat MCU on a network, and a focus that takes its reports. Somebody called {@code bob} is {@code sip:bob@example.com}. */
final class Chatroom {

    static final String SERVER = "10.0.0.2:5060";
    static final SipUri SERVER_URI = SipUri.of("sip:10.0.0.2:5060;transport=tcp");

    final ManualClock clock = ManualClock.at("2030-01-07T12:00:00Z");
    final ManualScheduler scheduler = new ManualScheduler(clock);
    final InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    final Assembly assembly = new Assembly();

    /** What the focus hears of the sessions that serve it as well. */
    final List<String> besides = new ArrayList<>();

    /** Every document is valid and taken by the focus, and tells of connected endpoints as whole. */
    final RecordingFocus focus = new RecordingFocus() {
        @Override
        public synchronized void report(McuId of, Element document) {
            super.report(of, document);
            assertThat(C3pSchema.CONFERENCE_INFO.fault(document)).isEmpty();
            assertThat(assembly.report(McuType.CHAT, document)).isInstanceOf(McuReporting.Answer.Reported.class);
            assertThat(endpoints(document)).allSatisfy(endpoint -> {
                assertThat(endpoint.state()).isEqualTo(DocumentState.FULL);
                assertThat(endpoint.status()).contains("connected");
            });
        }
    };

    final ChatMcus chat;
    final UserAgent server;
    private final Map<String, InetSocketAddress> hosts = new HashMap<>();
    final SipUri conference = SipUri.of("sip:main@example.com");
    private int phones;

    /** One in which people with these names are, by their signalling. */
    Chatroom(String... names) {
        this(ChatSettings.at(SERVER_URI), names);
    }

    Chatroom(ChatSettings settings, String... names) {
        chat = new ChatMcus();
        server = agent(SERVER, new Focus(), stack -> {});
        chat.reportTo(focus);
        chat.callBy(server, settings);
        assembly.join("alice");
        for (String name : names) {
            assembly.join(name);
        }
        chat.start(mcu(), assembly.conference());
    }

    UserAgent agent(String address, RequestHandler handler, Consumer<InMemoryStack> stacks) {
        return UserAgent.builder(handler, scheduler, Runnable::run)
                .clock(clock)
                .random(new Random(address.hashCode()))
                .locator((host, port) ->
                        Optional.ofNullable(hosts.get(host)).or(() -> Locator.ADDRESSES.locate(host, port)))
                .start(entrance -> {
                    InMemoryStack stack = network.open(address, entrance);
                    stacks.accept(stack);
                    return stack;
                });
    }

    McuId mcu() {
        return new McuId(
                assembly.conference().id(),
                McuType.CHAT,
                assembly.uriOf(McuType.CHAT),
                assembly.instance().mcus().get(McuType.CHAT).orElseThrow().incarnation());
    }

    /** Where requests for {@code host} go from now on. */
    void locate(String host, String contact) {
        hosts.put(
                host,
                InMemoryNetwork.socket(
                        contact.substring(contact.indexOf('@') + 1).replaceFirst(";.*", "")));
    }

    Phone phone(String name) {
        return new Phone(this, name, "10.0.1." + ++phones + ":5060");
    }

    /** Somebody who has called the MCU and is in. */
    Phone in(String name) {
        Phone phone = phone(name);
        phone.call(mcu().uri().toString());
        assertThat(phone.session).as(name + " is in").isPresent();
        return phone;
    }

    Target target() {
        return Target.of(Transport.TCP, InMemoryNetwork.socket(SERVER));
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    void settle() {
        pass(Duration.ofSeconds(1));
    }

    /** The responses to a command of alice's, those that come later included. */
    List<C3pResponse> command(Command command) {
        List<C3pResponse> responses = new ArrayList<>();
        chat.command(mcu(), new C3pRequest("14", Assembly.sip("alice"), conference, command), responses::add);
        return responses;
    }

    AddUser addUser(String name, C3pEndpoint endpoint) {
        C3pUser user = C3pUser.of(Assembly.sip(name)).withEndpoints(List.of(endpoint));
        return new AddUser(ConferenceKeys.of(conference), user, Optional.of(mcu().uri()), false);
    }

    AddUser dialIn(String name) {
        return addUser(name, C3pEndpoint.of("{in}").withJoiningMethod(C3pJoiningMethod.DIALED_IN));
    }

    AddUser dialOut(String name, String address) {
        return addUser(
                name,
                C3pEndpoint.of("{out}")
                        .withJoiningMethod(C3pJoiningMethod.DIALED_OUT)
                        .withEndpointUri(SipUri.of(address)));
    }

    /** What the MCU has reported. */
    List<Element> documents() {
        return focus.documents(mcu());
    }

    Element last() {
        List<Element> documents = documents();
        return documents.get(documents.size() - 1);
    }

    /** The users of the last document, each with his state. */
    List<String> told() {
        return users(last()).stream()
                .map(user -> user.attribute(C3pNames.ENTITY).orElse("") + " "
                        + user.attribute(C3pNames.STATE).orElse(""))
                .toList();
    }

    /** Who is in by what the MCU has told in full. */
    List<String> inside() {
        chat.refresh(mcu());
        settle();
        return users(last()).stream()
                .map(user -> user.attribute(C3pNames.ENTITY).orElse(""))
                .sorted()
                .toList();
    }

    static List<Element> users(Element document) {
        List<Element> users = new ArrayList<>();
        document.child(C3pNames.ci("users"))
                .ifPresent(list -> list.children(C3pNames.USER).forEach(users::add));
        return users;
    }

    private static List<C3pEndpoint> endpoints(Element document) {
        return users(document).stream()
                .flatMap(user -> C3pUser.read(user).orElseThrow().endpoints().stream())
                .toList();
    }

    /** The one endpoint of the one user of the last document. */
    C3pEndpoint endpoint() {
        List<Element> users = users(last());
        assertThat(users).hasSize(1);
        return C3pUser.read(users.get(0)).flatMap(C3pUser::endpoint).orElseThrow();
    }

    static SipUri caller(IncomingInvite invite) {
        return invite.request()
                .header("From")
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri)
                .map(SipUri::of)
                .orElseThrow();
    }

    /** Hands calls of MCUs on; who calls the focus by an offer of messages is in the conference by that. */
    private final class Focus implements RequestHandler {
        @Override
        public void invited(IncomingInvite invite) {
            SipUri uri = SipUri.of(invite.request().uri());
            if (ConferenceUri.parse(uri).flatMap(ConferenceUri::mcu).isPresent()) {
                chat.invited(invite, assembly.conference(), caller(invite));
            } else if (!chat.serves(invite.request())) {
                invite.reject(SipResponse.of(488, "Not Acceptable Here"));
            } else {
                assembly.join(caller(invite).user().orElseThrow());
                SipResponse response = SipResponse.of(200, "OK").with("Contact", "<" + SERVER_URI + ">;isfocus");
                chat.invited(invite, assembly.conference(), caller(invite), response, new Besides());
            }
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

    private final class Besides implements SessionHandler {
        @Override
        public void requested(IncomingRequest request) {
            besides.add(request.request().method());
            request.respond(SipResponse.of(202, "Accepted"));
        }

        @Override
        public void ended(SessionEnd end) {
            besides.add(end.name());
        }
    }
}
