package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.SubjectMode;
import io.parley.http.Connections.Admission;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Streams of events beside the limits on connections: they are not closed for others, and leave room for others. */
class StreamsAndSeatsTest {

    private static final String EVENTS =
            Get.of("/events/xcon%3Ac%40example.com?user=xcon-userid:alice@example.com", "Accept: text/event-stream");

    private final ToldEvents events = new ToldEvents();

    private CcmpHttpServerBuilder server() {
        return new Echo()
                .server()
                .feeds(Feeds.of(
                        events, (name, password) -> Optional.empty(), SubjectMode.OFF, (time, task) -> () -> {}));
    }

    @Test
    void streamsLiveOnWhileTheConnectionLimitIsMetAndOthersAreServed() {
        List<Wire> open = new ArrayList<>();
        try (CcmpHttpServer server = server().maxConnections(4).build()) {
            server.start();
            for (int i = 0; i < 2; i++) {
                open.add(new Wire(server.address()).send(EVENTS));
                assertThat(open.get(i).line()).isEqualTo("HTTP/1.1 200 OK");
                open.get(i).await("retry: 2000");
            }
            try (Wire third = new Wire(server.address()).send(EVENTS)) {
                assertThat(third.answer().status()).as("half of the seats").isEqualTo(503);
            }
            for (int i = 0; i < 20; i++) {
                open.add(new Wire(server.address()));
            }
            try (Wire good = new Wire(server.address()).send(Post.of("good"))) {
                assertThat(good.answer().body()).isEqualTo("<good>");
            }
            events.changed(1);
            open.get(0).await("id: 1");
            open.get(1).await("id: 1");
            assertThat(events.followers()).isEqualTo(2);
            assertThat(server.seats().taken()).isLessThanOrEqualTo(4);
        } finally {
            open.forEach(Wire::close);
        }
        assertThat(events.followers()).isZero();
    }

    @Test
    void theEndOfAStreamMakesRoom() {
        ServerSettings settings = server().maxConnections(2).settings();
        try (Pipe first = new Pipe(settings);
                Pipe second = new Pipe(settings)) {
            first.send(EVENTS).text();
            assertThat(second.send(EVENTS).answer().status()).isEqualTo(503);
            events.denied(1);
            first.text();
            assertThat(second.send(EVENTS).text()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void nobodyTakesMoreThanHalfOfWhatOneMayHave() {
        Places places = new Places(512, ServerBounds.defaults().connections(100).connectionsOfOne(4));
        Sender first = Sender.of(new InetSocketAddress("192.0.2.1", 1));
        Sender second = Sender.of(new InetSocketAddress("192.0.2.2", 1));
        assertThat(List.of(places.take(first), places.take(first))).containsOnly(Admission.SERVED);
        assertThat(places.take(first)).isEqualTo(Admission.TOO_MANY_OF_ONE);
        assertThat(places.take(second)).isEqualTo(Admission.SERVED);
        places.leave(first);
        assertThat(places.take(first)).isEqualTo(Admission.SERVED);
    }

    @Test
    void anEventForWhichThereIsNoRoomEndsTheStream() {
        try (Pipe pipe = new Pipe(server().bounds(ServerBounds.defaults().heldBytes(240)))) {
            assertThat(pipe.send(EVENTS).text()).contains("retry: 2000");
            events.changed(1);
            assertThat(pipe.text()).isEmpty();
            assertThat(pipe.isOpen()).isFalse();
        }
        assertThat(events.followers()).isZero();
    }
}
