package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.engine.Parley;
import io.parley.ports.out.MediaSessions;
import io.parley.sip.focus.FocusPorts;
import io.parley.sip.focus.SipFocus;
import io.parley.sip.focus.SipFocusSettings;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.Traffic;
import io.parley.sip.stack.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A house that is reached by SIP, on a network in memory. */
final class SipHouse {

    static final String FOCUS = "10.0.0.1:5060";

    final House house;
    final InMemoryNetwork network;
    final SipFocus focus;
    private final List<Runnable> held = new ArrayList<>();
    private boolean holds;
    private int phones;
    private int telephones;

    SipHouse(Plan plan) {
        this(plan, UnaryOperator.identity());
    }

    /** One whose phones have their sessions with the MCUs by what {@code sessions} makes of them. */
    SipHouse(Plan plan, UnaryOperator<MediaSessions> sessions) {
        SipFocus[] made = new SipFocus[1];
        house = new House(plan, memory -> {
            made[0] = new SipFocus(
                    plan.sip().apply(SipFocusSettings.builder("example.com")).build(),
                    memory.scheduler(),
                    memory.clock(),
                    this::execute,
                    memory.signalling());
            return made[0].signalling();
        });
        focus = made[0];
        network = new InMemoryNetwork(house.memory.clock(), house.memory.scheduler());
        Parley parley = house.parley;
        focus.start(
                new FocusPorts(parley.focus(), parley.c3p(), parley.watching()),
                house.chat,
                Optional.of(sessions.apply(house.mcus.sessions())),
                handler -> network.open(FOCUS, handler));
    }

    /** One where phones that know nothing of C3P are let in by an MCU of messages. */
    static SipHouse forPhones() {
        return new SipHouse(Plan.STANDARD.chatting());
    }

    static SipHouse open() {
        return new SipHouse(Plan.STANDARD);
    }

    /** A phone of {@code who}. */
    Phone phone(String who, String device, Transport transport) {
        phones++;
        return new Phone(this, who, device, "10.0.1." + phones + ":5060", transport);
    }

    Phone phone(String who) {
        return phone(who, "{" + who + "-" + phones + "}", Transport.TCP);
    }

    /** A phone of {@code who} that keeps the rules. */
    Telephone telephone(String who) {
        telephones++;
        return new Telephone(this, who, "10.0.2." + telephones + ":5060");
    }

    private void execute(Runnable task) {
        if (holds) {
            held.add(task);
        } else {
            task.run();
        }
    }

    /** From now on the focus takes its time. */
    void hold() {
        holds = true;
    }

    /** The focus does what there is to do. */
    void release() {
        holds = false;
        List.copyOf(held).forEach(Runnable::run);
        held.clear();
    }

    void pass(Duration time) {
        house.pass(time);
    }

    void moment() {
        pass(House.MOMENT);
    }

    /** A request of C3P as a body. */
    SipBody command(String from, String to, String requestId, String command) {
        return Phone.xml(House.request(from, to, requestId, command));
    }

    /** {@code addUser} of whoever joins. */
    String addUser(String who, String uri, String device, String role) {
        return addUser(uri, user(who, roles(role) + "<ci:endpoint entity='" + device + "'/>"));
    }

    static String addUser(String uri, String users) {
        return "<addUser><conferenceKeys confEntity='" + uri + "'/>" + users + "</addUser>";
    }

    static String user(String who, String content) {
        return "<ci:user entity='" + who + "'>" + content + "</ci:user>";
    }

    static String roles(String role) {
        return "<ci:roles><ci:entry>" + role + "</ci:entry></ci:roles>";
    }

    /** Everything that the focus has sent. */
    List<SipMessage> told() {
        return network.traffic().stream()
                .filter(it -> it.from().equals(InMemoryNetwork.socket(FOCUS)))
                .map(Traffic::message)
                .toList();
    }

    /** Whatever the focus has sent is as it has to be. */
    private void everythingWasInOrder() {
        Set<String> asked = new HashSet<>();
        for (Traffic sent : network.traffic()) {
            String body = sent.message().body().text();
            String type = sent.message().body().contentType().orElse("");
            if (!sent.from().equals(InMemoryNetwork.socket(FOCUS))) {
                asked.add(root(body, "requestId") + " " + root(body, "from") + " " + root(body, "to"));
            } else if (type.equals("application/conference-info+xml")) {
                Element document = House.document(sent.message().body().bytes());
                assertThat(Roster.attribute(document, "version")).matches("\\d+");
                inOrder(document, false);
                statusesOfTheFocus(document);
            } else if (type.endsWith("+xml") && !type.contains("/xcon-")) {
                assertThat(asked)
                        .as(body)
                        .contains(root(body, "requestId") + " " + root(body, "to") + " " + root(body, "from"));
                assertThat(root(body, "C3PVersion")).isEqualTo("1");
                assertThat(root(body, "code")).isIn("success", "pending", "failure");
                assertThat(root(body, "timeOut")).isEmpty();
            }
        }
    }

    /** A device at the focus is connected, or on hold in the lobby (MS-CONFBAS section 2.2.4.2.1). */
    private static void statusesOfTheFocus(Element element) {
        if (Roster.attribute(element, "session-type").equals("focus")
                && !Roster.attribute(element, "state").equals("deleted")) {
            assertThat(Roster.text(element, "status")).as("%s", element).isIn("connected", "on-hold");
        }
        element.elements().forEach(SipHouse::statusesOfTheFocus);
    }

    private static String root(String body, String attribute) {
        Matcher matcher = Pattern.compile("<[\\w:]+\\s[^>]*\\b" + attribute + "=[\"']([^\"']*)")
                .matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** What is within something whole is whole, and what is gone is empty (RFC 4575 section 4.4). */
    private static void inOrder(Element element, boolean withinWhole) {
        String state = Roster.attribute(element, "state");
        assertThat(withinWhole && !state.isEmpty() && !state.equals("full"))
                .as("%s", element)
                .isFalse();
        if (state.equals("deleted")) {
            assertThat(element.elements()).isEmpty();
        }
        element.elements().forEach(child -> inOrder(child, state.equals("full") || withinWhole && state.isEmpty()));
    }

    /** The focus has kept nothing of what was, and all that it has sent was in order. */
    void nothingIsLeft() {
        everythingWasInOrder();
        pass(Duration.ofMinutes(1));
        assertThat(focus.calls()).as("calls").isZero();
        assertThat(focus.dialogs()).as("dialogs").isZero();
        assertThat(focus.timers()).as("timers").isZero();
    }
}
