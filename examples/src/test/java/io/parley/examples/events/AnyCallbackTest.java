package io.parley.examples.events;

import static io.parley.examples.events.Place.ALICE;
import static io.parley.examples.events.Place.CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.SubjectMode;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.conference.Change;
import io.parley.examples.events.Receiver.Received;
import io.parley.http.CallbackAllow;
import io.parley.http.Callbacks;
import io.parley.http.CcmpHttpServer;
import io.parley.http.Feeds;
import io.parley.inmemory.ThreadScheduler;
import io.parley.spec.Requirement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * Whatever happens to a conference, and whichever attempts fail: a receiver of call-backs acknowledges every event once, in the order
 * of the versions and without a gap, each signed.
 */
class AnyCallbackTest {

    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());
    private final HttpClient client = HttpClient.newHttpClient();

    @Property(tries = 15)
    @Requirement("CCMP-8-03")
    void everyEventIsDelivered(
            @ForAll @Size(max = 20) List<Boolean> joins, @ForAll @Size(max = 20) List<Boolean> failing)
            throws Exception {
        Place place = new Place();
        Map<Long, Change> stored = new ConcurrentHashMap<>();
        place.parley().addListener(change -> stored.putIfAbsent(change.version().value(), change));
        place.created();
        try (Receiver receiver = new Receiver(attempt -> attempt >= failing.size() || !failing.get(attempt));
                ThreadScheduler scheduler = ThreadScheduler.start();
                CcmpHttpServer server = server(place, scheduler, receiver.port())) {
            server.start();
            register(server, receiver);

            boolean joined = false;
            for (boolean join : joins) {
                if (!join) {
                    place.rename("Version " + joins.size());
                } else if (joined) {
                    place.leave(Place.BOB);
                } else {
                    place.join(Place.BOB);
                }
                joined = join != joined;
            }
            place.delete();

            check(receiver.complete().get(60, TimeUnit.SECONDS), stored, joins.size() + 1);
        }
    }

    private CcmpHttpServer server(Place place, ThreadScheduler scheduler, int port) {
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
                .service(place.parley().ccmp())
                .codec(codec)
                .feeds(Feeds.of(place.parley().events(), place.memory().authenticator(), SubjectMode.OFF, scheduler))
                .callbacks(callbacks)
                .build();
    }

    private void register(CcmpHttpServer server, Receiver receiver) throws Exception {
        String body = "{\"conference\":\"" + CONFERENCE + "\",\"url\":\"http://127.0.0.1:" + receiver.port()
                + "/hook\",\"user\":\"" + ALICE + "\",\"after\":0,\"secret\":\"" + Receiver.SECRET + "\"}";
        HttpResponse<String> registered = client.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + server.address().getPort() + "/callbacks"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    }

    private static void check(List<Received> received, Map<Long, Change> stored, long last) {
        assertThat(received).allMatch(Received::genuine);
        long wanted = 1;
        for (Received one : received) {
            assertThat(one.sequence()).isEqualTo(wanted);
            if (wanted <= last) {
                String action = stored.get(wanted).cause().action();
                assertThat(one.body())
                        .contains("\"sequence\":" + wanted + ",\"skipped\":false,\"action\":\"" + action + "\"");
            }
            wanted += one.acknowledged() ? 1 : 0;
        }
        assertThat(wanted).isEqualTo(last + 2);
    }
}
