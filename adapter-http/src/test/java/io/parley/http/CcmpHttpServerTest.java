package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.spec.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as a whole, over real sockets. */
class CcmpHttpServerTest {

    private final Echo echo = new Echo();
    private final CcmpHttpServer server = echo.server().build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Requirement({"CCMP-9-01", "CCMP-9-13", "CCMP-9-19", "CCMP-9-27", "CCMP-4.4-10"})
    void aPostIsAnsweredAndTheConnectionStays() {
        try (Wire wire = new Wire(server.address())) {
            for (String body : new String[] {"one", "two"}) {
                Answer answer = wire.send(Post.of(body)).answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("<" + body + ">");
                assertThat(answer.field("content-type")).isEqualTo("application/ccmp+xml; charset=utf-8");
                assertThat(answer.field("cache-control")).isEqualTo("no-store");
                assertThat(answer.fields()).doesNotContainKeys("server", "connection");
            }
        }
    }

    @Test
    @Requirement("CCMP-9-01")
    void theClientOfTheJdkIsServed() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI uri = URI.create("http://localhost:" + server.address().getPort() + "/Xcon/Ccmp");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = client.send(
                    java.net.http.HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/ccmp+xml")
                            .header("Accept", "application/ccmp+xml")
                            .POST(BodyPublishers.ofString("x".repeat(100_000 * i)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).hasSize(100_000 * i + 2);
        }
    }

    @Test
    void sixtyFourBusyClientsGetTheirOwnAnswers() {
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, 64)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> twentyRequests(client), clients))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            clients.shutdown();
        }
        assertThat(echo.seen()).hasSize(64 * 20);
    }

    private void twentyRequests(int client) {
        try (Wire wire = new Wire(server.address())) {
            for (int i = 0; i < 20; i++) {
                String body = client + "/" + i;
                assertThat(wire.send(Post.of(body)).answer().body()).isEqualTo("<" + body + ">");
            }
        }
    }

    @Test
    void aTakenPortIsNamed() {
        CcmpHttpServer second = echo.server().address(server.address()).build();
        assertThatThrownBy(second::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot listen on " + server.address())
                .hasCauseInstanceOf(IOException.class);
        second.close();
    }

    @Test
    void aServerStartsOnce() {
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        CcmpHttpServerBuilder builder = CcmpHttpServer.builder();
        for (String path : new String[] {"", "Xcon", "/a b", "/a?b", "/a#b", "http://a/b", "/\u00e4"}) {
            assertThatThrownBy(() -> builder.path(path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(path);
        }
        assertThatThrownBy(() -> builder.maxBodyBytes(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> builder.maxConnections(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> builder.requestTime(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> builder.address(InetSocketAddress.createUnresolved("nowhere.invalid", 80)))
                .hasMessageContaining("nowhere.invalid");
    }

    @Test
    void theDateIsThatOfTheClock() {
        Instant[] now = {Instant.parse("1994-11-06T08:49:37.999Z")};
        DateField date = new DateField(() -> now[0]);
        assertThat(date.value()).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        now[0] = now[0].plusMillis(1);
        assertThat(date.value()).isEqualTo("Sun, 06 Nov 1994 08:49:38 GMT");
    }
}
