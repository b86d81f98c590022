package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.parley.http.Frames.Frame;
import io.parley.spec.Requirement;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP/2 in clear, over real sockets: what is particular to it. Everything else is the same for both versions. */
class Http2Test {

    private final Echo echo = new Echo();
    private CcmpHttpServer server;

    private Frames client(CcmpHttpServerBuilder builder) {
        server = builder.build();
        server.start();
        return new Frames(server.address());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Requirement("CCMP-D10-07")
    void requestsOnOneConnectionAreAnswered() {
        try (Frames client = client(echo.server())) {
            for (int stream = 1; stream < 8; stream += 2) {
                Http2Headers answer = client.begin(stream, client.post())
                        .end(stream, "body" + stream)
                        .answer();
                assertThat(answer.status()).asString().isEqualTo("200");
                assertThat(answer.get("cache-control")).asString().isEqualTo("no-store");
                assertThat(answer.get("content-type")).asString().isEqualTo("application/ccmp+xml; charset=utf-8");
                assertThat(answer.contains("server") || answer.contains("connection"))
                        .isFalse();
                assertThat(client.body()).isEqualTo("<body" + stream + ">");
            }
        }
    }

    @Test
    void streamsDoNotWaitForOneAnother() {
        try (Frames client = client(echo.server())) {
            client.begin(1, client.post()).begin(3, client.post()).end(3, "second");
            client.answer();
            assertThat(client.body()).isEqualTo("<second>");
            client.end(1, "first").answer();
            assertThat(client.body()).isEqualTo("<first>");
        }
    }

    @Test
    void theChecksOnTheHeaderSectionAreTheSame() {
        try (Frames client = client(echo.server())) {
            assertThat(status(client, 1, client.post().method("GET"))).isEqualTo("405");
            assertThat(status(client, 3, client.post().path("/elsewhere"))).isEqualTo("404");
            assertThat(status(client, 5, client.post().set("content-type", "text/xml")))
                    .isEqualTo("406");
            assertThat(status(client, 7, client.post().add("if-match", "*"))).isEqualTo("412");
            assertThat(status(client, 11, client.post())).isEqualTo("200");
        }
        assertThat(echo.seen()).containsExactly("x");
    }

    private static String status(Frames client, int stream, Http2Headers headers) {
        return client.begin(stream, headers).end(stream, "x").answer().status().toString();
    }

    @Test
    void aBodyOverTheLimitIs413AndTheStreamIsReset() {
        try (Frames client = client(echo.server().maxBodyBytes(10))) {
            client.begin(1, client.post()).send(Frames.DATA, 0, 1, new byte[11]);

            assertThat(client.answer().status()).asString().isEqualTo("413");
            assertThat(client.next(Frames.RST_STREAM).map(Frame::error)).contains((int) Http2Error.NO_ERROR.code());
            assertThat(status(client, 3, client.post())).isEqualTo("200");
        }
    }

    @Test
    void aRequestThatIsTooSlowIsResetAndTheOthersAreAnswered() {
        try (Frames client = client(echo.server().requestTime(Duration.ofMillis(200)))) {
            client.begin(1, client.post());

            assertThat(client.next(Frames.RST_STREAM).map(Frame::stream)).contains(1);
            assertThat(status(client, 3, client.post())).isEqualTo("200");
        }
    }

    @Test
    void aConnectionWithoutStreamsIsClosedAfterAWhileWhateverElseItSends() {
        try (Frames client = client(echo.server().idleTime(Duration.ofMillis(300)))) {
            client.send(Frames.PING, 0, 0, new byte[8]);

            assertThat(client.next(Frames.GOAWAY).map(Frame::error)).contains((int) Http2Error.NO_ERROR.code());
            assertThat(client.next()).isEmpty();
        }
    }

    @Test
    void streamsBeyondTheLimitAreRefused() {
        try (Frames client = client(echo.server().bounds(ServerBounds.defaults().streams(2)))) {
            client.begin(1, client.post()).begin(3, client.post()).begin(5, client.post());

            Frame reset = client.next(Frames.RST_STREAM).orElseThrow();
            assertThat(reset.stream()).isEqualTo(5);
            assertThat(reset.error()).isEqualTo((int) Http2Error.REFUSED_STREAM.code());
            client.end(1, "one").answer();
            assertThat(client.body()).isEqualTo("<one>");
        }
    }

    /** CVE-2023-44487. */
    @Test
    void aFloodOfResetsEndsTheConnection() {
        try (Frames client = client(echo.server())) {
            // One more than is allowed, and nothing behind it, so that the answer is not lost with what is not read.
            for (int stream = 1; stream <= 401; stream += 2) {
                client.begin(stream, client.post()).reset(stream);
            }
            assertThat(client.next(Frames.GOAWAY).map(Frame::error))
                    .contains((int) Http2Error.ENHANCE_YOUR_CALM.code());
            while (client.next().isPresent()) {
                // It ends.
            }
        }
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void aHeaderSectionOverTheLimitIsRefused() {
        try (Frames client = client(echo.server().maxHeaderBytes(1000))) {
            client.begin(1, client.post().add("x-long", "x".repeat(900)));

            assertThat(client.answer().status()).asString().isEqualTo("431");
        }
        assertThat(echo.seen()).isEmpty();
    }

    /** CVE-2024-27316 and its like: a header section that never ends. */
    @Test
    void endlessContinuationsEndTheConnection() {
        try (Frames client = client(echo.server())) {
            client.send(Frames.HEADERS, 0, 1, client.encoded(client.post()));
            byte[] more = client.encoded(client.post().add("x-long", "x".repeat(4000)));
            try {
                for (int i = 0; i < 100; i++) {
                    client.send(Frames.CONTINUATION, 0, 1, more);
                }
            } catch (UncheckedIOException closed) {
                // As it has to be.
            }
            while (client.next().isPresent()) {
                // It ends.
            }
        }
    }

    @Test
    void aServerThatClosesLetsStreamsFinishThatHaveBegun() {
        Later later = new Later();
        try (Frames client = client(echo.server().executor(later).drainTime(Duration.ofSeconds(10)))) {
            client.begin(1, client.post()).end(1, "last");
            client.send(Frames.PING, 0, 0, new byte[8]);
            client.next(Frames.PING);
            Thread closing = new Thread(server::close);
            closing.start();
            assertThat(client.next(Frames.GOAWAY)).isPresent();
            later.runNext();
            client.answer();
            assertThat(client.body()).isEqualTo("<last>");
            assertThat(client.next()).isEmpty();
        }
    }
}
