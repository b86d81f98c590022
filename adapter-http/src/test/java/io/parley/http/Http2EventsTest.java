package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.http2.Http2Headers;
import io.parley.ccmp.SubjectMode;
import io.parley.http.Frames.Frame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server-sent events, and what is counted, over HTTP/2: a stream of events is one stream of a connection, and no more. */
class Http2EventsTest {

    private static final String EVENTS = "/events/xcon%3Ac%40example.com?user=xcon-userid:alice@example.com";

    private final ToldEvents events = new ToldEvents();
    private final Agenda agenda = new Agenda();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountDownLatch posted = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private CcmpHttpServer server;
    private Frames client;

    @BeforeEach
    void start() {
        server = new Echo()
                .server()
                .clock(agenda)
                .observer(new ServerMetrics(registry))
                .observer(new ServerObserver() {
                    @Override
                    public void served(ServedRequest request) {
                        if (request.method().equals("POST")) {
                            posted.countDown();
                        }
                    }

                    @Override
                    public void streamClosed() {
                        left.countDown();
                    }
                })
                .feeds(Feeds.of(events, (name, password) -> Optional.empty(), SubjectMode.OFF, agenda))
                .build();
        server.start();
        client = new Frames(server.address());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void follow() {
        Http2Headers head = client.request(1, client.get(EVENTS)).answer();
        assertThat(head.status()).asString().isEqualTo("200");
        assertThat(head.get("content-type")).asString().isEqualTo("text/event-stream; charset=utf-8");
        assertThat(head.get("cache-control")).asString().isEqualTo("no-store");
        assertThat(head.contains("transfer-encoding") || head.contains("connection") || head.contains("content-length"))
                .isFalse();
    }

    private void othersAreAnswered(int stream) {
        assertThat(client.begin(stream, client.post()).end(stream, "x").answer().status())
                .asString()
                .isEqualTo("200");
        assertThat(client.body()).isEqualTo("<x>");
    }

    /** The client may have what the server is about to account for. */
    private void nothingIsHeld() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (server.seats().held() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.seats().held()).isZero();
    }

    @Test
    void anEventStreamIsOneStreamAmongOthersAndEndsAlone() {
        events.changed(1);
        follow();
        assertThat(client.body()).isEqualTo("retry: 2000\n\n");
        assertThat(client.body()).startsWith("event: changed\nid: 1\ndata: {");
        othersAreAnswered(3);
        events.changed(2);
        assertThat(client.body()).startsWith("event: changed\nid: 2\n");

        events.denied(2);

        assertThat(client.body()).startsWith("event: denied\nid: 2\n");
        Frame last = client.next(Frames.DATA).orElseThrow();
        assertThat(last.stream()).isEqualTo(1);
        assertThat(last.flags() & Frames.END_STREAM).isEqualTo(Frames.END_STREAM);
        assertThat(last.payload()).isEmpty();
        othersAreAnswered(5);
        assertThat(events.followers()).isZero();
        nothingIsHeld();
    }

    @Test
    void aResetEndsItAndNothingElse() throws InterruptedException {
        follow();
        assertThat(client.body()).isEqualTo("retry: 2000\n\n");
        client.reset(1);
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(events.followers()).isZero();
        othersAreAnswered(3);
    }

    @Test
    void whoTakesNothingLosesTheStreamAndNotTheConnection() {
        // SETTINGS_INITIAL_WINDOW_SIZE: no stream may be sent a byte.
        client.send(Frames.SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0, 0});
        follow();
        agenda.pass(Duration.ofSeconds(15));
        agenda.pass(Duration.ofSeconds(15));
        assertThat(client.next(Frames.RST_STREAM).map(Frame::stream)).contains(1);
        assertThat(client.begin(3, client.post().path("/elsewhere"))
                        .end(3, "x")
                        .answer()
                        .status())
                .asString()
                .isEqualTo("404");
        nothingIsHeld();
    }

    @Test
    void aClosingServerEndsItAtOnce() throws Exception {
        follow();
        Thread closing = new Thread(() -> server.close());
        closing.start();
        assertThat(client.next(Frames.RST_STREAM).map(Frame::stream)).contains(1);
        assertThat(client.next(Frames.GOAWAY)).isPresent();
        closing.join();
        assertThat(events.followers()).isZero();
    }

    @Test
    void requestsAreCounted() throws InterruptedException {
        othersAreAnswered(1);
        assertThat(posted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(registry.get("parley.http.responses")
                        .tag("status", "200")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("parley.connections").gauge().value()).isEqualTo(1);
    }
}
