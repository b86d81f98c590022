package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.X509Bundle;
import io.parley.ccmp.SubjectMode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Server-sent events and health over TLS, in both versions of HTTP. */
class SecureEventsTest {

    private static final X509Bundle SERVER = Pem.localhost("Server");

    @TempDir
    private Path directory;

    private final ToldEvents events = new ToldEvents();
    private final CountDownLatch left = new CountDownLatch(1);
    private CcmpHttpServer server;

    @BeforeEach
    void start() {
        server = new Echo()
                .server()
                .withoutClear()
                .https(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new Pem(directory).hold(SERVER).settings())
                .health(new Health().check("store", () -> true))
                .observer(new ServerObserver() {
                    @Override
                    public void streamClosed() {
                        left.countDown();
                    }
                })
                .feeds(Feeds.of(
                        events, (name, password) -> Optional.empty(), SubjectMode.OFF, (time, task) -> () -> {}))
                .build();
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private <T> HttpResponse<T> get(HttpClient.Version version, String path, HttpResponse.BodyHandler<T> body)
            throws Exception {
        URI uri = URI.create("https://localhost:" + server.httpsAddress().getPort() + path);
        return HttpClient.newBuilder()
                .sslContext(Pem.trusting(SERVER))
                .version(version)
                .build()
                .send(
                        java.net.http.HttpRequest.newBuilder(uri)
                                .header("Accept", "text/event-stream")
                                .build(),
                        body);
    }

    private HttpResponse<InputStream> follow(HttpClient.Version version) throws Exception {
        HttpResponse<InputStream> response = get(
                version,
                "/events/xcon%3Ac%40example.com?user=xcon-userid:alice@example.com",
                BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(version);
        return response;
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void eventsComeAsTheyHappenUntilTheLast(HttpClient.Version version) throws Exception {
        events.changed(1);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(follow(version).body(), StandardCharsets.UTF_8))) {
            assertThat(ids(lines)).isEqualTo("id: 1");
            events.changed(2);
            assertThat(ids(lines)).isEqualTo("id: 2");
            events.denied(2);
            assertThat(ids(lines)).isEqualTo("id: 2");
            assertThat(lines.lines().filter(line -> line.startsWith("id:"))).isEmpty();
        }
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(events.followers()).isZero();
    }

    /** The next line with a number. */
    private static String ids(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.startsWith("id:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void whoGoesAwayIsNoticed(HttpClient.Version version) throws Exception {
        follow(version).body().close();
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(events.followers()).isZero();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void healthIsTold(HttpClient.Version version) throws Exception {
        HttpResponse<String> ready = get(version, "/health/ready", BodyHandlers.ofString());
        assertThat(ready.version()).isEqualTo(version);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"ready\",\"checks\":{\"store\":\"ok\"}}");
        assertThat(get(version, "/health/live", BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }
}
