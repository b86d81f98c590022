package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.SubjectMode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.examples.events.Receiver;
import io.parley.http.CallbackAllow;
import io.parley.http.Callbacks;
import io.parley.http.CcmpHttpServer;
import io.parley.http.Feeds;
import io.parley.http.ServerMetrics;
import io.parley.identity.XconUserId;
import io.parley.inmemory.ThreadScheduler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Notifications of SIP, server-sent events, call-backs, an audit log and metrics follow one conference at once, while this and that happens there:
 * they tell the same story, which is that of its versions.
 */
class OneStoryTest {

    private static final Pattern EVENT =
            Pattern.compile("\"event\":\"(\\w+)\",\"sequence\":(\\d+).*?\"action\":\"([^\"]*)\"");
    private static final Pattern DOCUMENT = Pattern.compile("\"document\":\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

    private final SipHouse house = SipHouse.open();
    private final Line organizer = house.phone(ALICE).join();
    private final List<Change> audit = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(4575);

    /** One event, as its receiver read it. */
    private record Event(String type, long sequence, String action) {

        static Event of(String json) {
            Matcher matcher = EVENT.matcher(json);
            assertThat(matcher.find()).as(json).isTrue();
            return new Event(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
        }

        /** The end is numbered as the version that would have been next. */
        static Event of(Change change) {
            boolean isOver = change.after().isEmpty();
            return new Event(
                    isOver ? "deleted" : "changed",
                    change.version().value() + (isOver ? 1 : 0),
                    change.cause().action());
        }
    }

    private void something(int turn) {
        String user = "user" + random.nextInt(3);
        Element record = Conferences.user(XconUserId.of(user, "example.com"))
                .endpoint(Conferences.endpoint("tel:+1555" + turn))
                .build();
        switch (random.nextInt(5)) {
            case 0 -> house.house.update(house.house.changes().title("Title " + turn));
            case 1 -> ccmp(Operation.CREATE, user, record);
            case 2 -> ccmp(Operation.DELETE, user, record);
            case 3 ->
                organizer.ask(new ModifyConferenceLock(
                        ConferenceKeys.of(house.house.conference), random.nextBoolean(), Optional.empty()));
            default ->
                house.house.update(house.house
                        .changes()
                        .allow(DAVE, "dial-in")
                        .allow("sip:guest" + turn + "@b.example", "dial-in"));
        }
        house.moment();
    }

    private void ccmp(Operation operation, String user, Element record) {
        house.house.ccmp(Message.USER, operation, "xcon-userid:" + user + "@example.com", Optional.of(record));
    }

    private double participants() {
        return registry.get("parley.participants").gauge().value();
    }

    private long joined() {
        return house.house
                .parley
                .conferences()
                .find(house.house.id)
                .map(Conference::attendance)
                .orElseThrow()
                .size();
    }

    @Test
    void allWhoFollowAreToldTheSame() throws Exception {
        house.house.update(house.house.changes().allow(DAVE, "dial-in"));
        ServerMetrics metrics = new ServerMetrics(registry);
        house.house.parley.addListener(metrics);
        house.house.parley.addListener(audit::add);
        CopyPhone copy = new CopyPhone(house, ALICE, "10.0.2.1:5060");
        copy.subscribe(CopyPhone.DIFFS);
        Phone old = house.phone(DAVE);
        Line roster = old.line(old.subscribe());
        long start = house.house
                .parley
                .conferences()
                .find(house.house.id)
                .orElseThrow()
                .version()
                .value();
        long before = joined();
        try (Receiver receiver = new Receiver(attempt -> attempt % 3 != 1);
                ThreadScheduler scheduler = ThreadScheduler.start();
                CcmpHttpServer server = server(scheduler, receiver.port())) {
            server.start();
            register(server, receiver, start);
            BufferedReader stream = stream(server, start);
            Map<Integer, Element> copies = new TreeMap<>();
            int known = copy.heard().size();
            for (int turn = 0; turn < 40; turn++) {
                something(turn);
                if (copy.heard().size() > known) {
                    copies.put(copy.heard().size(), copy.conference());
                }
                assertThat(participants()).isEqualTo(joined() - before);
            }
            house.house.ccmp(Message.CONF, Operation.DELETE, House.ALICES_ID, Optional.empty());
            house.moment();
            List<Event> story = audit.stream()
                    .filter(change -> change.conference().equals(house.house.id)
                            && Event.of(change).sequence() > start)
                    .map(Event::of)
                    .toList();
            List<String> streamed = lines(stream);
            assertThat(story).hasSizeGreaterThan(20);
            assertThat(streamed.stream().map(Event::of)).isEqualTo(story);
            assertThat(receiver.complete().get(60, TimeUnit.SECONDS).stream()
                            .filter(Receiver.Received::acknowledged)
                            .map(received -> Event.of(received.body())))
                    .isEqualTo(story);
            isTold(List.copyOf(copies.values()), streamed);
            for (String state : List.of(copy.state(), last(roster))) {
                assertThat(state).isEqualTo("terminated;reason=noresource");
            }
            assertThat(participants()).isEqualTo(-before);
        }
    }

    private static String last(Line line) {
        return line.heard("NOTIFY")
                .get(line.heard("NOTIFY").size() - 1)
                .header("Subscription-State")
                .orElseThrow();
    }

    /** Each copy of a subscriber is the document of an event, in their order, and the last is that of the last. */
    private static void isTold(List<Element> copies, List<String> events) throws Exception {
        DocumentCodec codec = new DocumentCodec(Limits.defaults());
        List<Element> documents = new ArrayList<>();
        for (String event : events) {
            Matcher matcher = DOCUMENT.matcher(event);
            if (matcher.find()) {
                String xml = matcher.group(1)
                        .replace("\\\"", "\"")
                        .replace("\\n", "\n")
                        .replace("\\/", "/");
                documents.add(codec.read(xml.getBytes(StandardCharsets.UTF_8)));
            }
        }
        int at = 0;
        for (Element copy : copies) {
            int found = documents.subList(at, documents.size()).indexOf(copy);
            assertThat(found).as("the copy is a state at or behind %s", at).isNotNegative();
            at += found;
        }
        assertThat(documents.get(documents.size() - 1)).isEqualTo(copies.get(copies.size() - 1));
    }

    private CcmpHttpServer server(ThreadScheduler scheduler, int port) {
        Callbacks callbacks = new Callbacks(
                List.of(CallbackAllow.parse("127.0.0.1:" + port)),
                true,
                1,
                1,
                100,
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                Duration.ofSeconds(30));
        return CcmpHttpServer.builder()
                .service(house.house.parley.ccmp())
                .codec(new CcmpCodec(Limits.defaults()))
                .feeds(Feeds.of(
                        house.house.parley.events(), house.house.memory.authenticator(), SubjectMode.OFF, scheduler))
                .callbacks(callbacks)
                .build();
    }

    private static URI uri(CcmpHttpServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private void register(CcmpHttpServer server, Receiver receiver, long after) throws Exception {
        String body = "{\"conference\":\"" + house.house.id + "\",\"url\":\"http://127.0.0.1:" + receiver.port()
                + "/hook\",\"user\":\"" + House.ALICES_ID + "\",\"after\":" + after + ",\"secret\":\"" + Receiver.SECRET
                + "\"}";
        HttpResponse<String> registered = client.send(
                HttpRequest.newBuilder(uri(server, "/callbacks"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    }

    private BufferedReader stream(CcmpHttpServer server, long after) throws Exception {
        String conference = URLEncoder.encode(house.house.id.toString(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri(server, "/events/" + conference + "?user=" + House.ALICES_ID))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(after))
                .build();
        return new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    /** All that comes until the server ends the stream. */
    private static List<String> lines(BufferedReader stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
    }
}
