package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One attempt over a real connection, to a receiver of a few lines. */
class HttpMessengerTest {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private ServerSocket receiver;
    private HttpMessenger messenger;
    private volatile String answer = "HTTP/1.1 204 No Content\r\n\r\n";

    @BeforeEach
    void listen() throws Exception {
        receiver = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Callbacks settings = new Callbacks(
                List.of(CallbackAllow.parse("127.0.0.1:" + receiver.getLocalPort())),
                true,
                1,
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(500));
        // A name that changes its address behind the first look: whoever looks twice is led inside.
        CallbackTarget.Resolver rebinding = host ->
                new InetAddress[] {InetAddress.getByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")};
        messenger = new HttpMessenger(
                settings, rebinding, SslContextBuilder.forClient().build());
        Thread thread = new Thread(this::receive, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws Exception {
        messenger.close();
        receiver.close();
    }

    private void receive() {
        while (!receiver.isClosed()) {
            try (Socket socket = receiver.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                StringBuilder request = new StringBuilder();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    request.append(line).append('\n');
                }
                char[] body = new char[4];
                int count = in.read(body);
                received.add(request.append(body, 0, Math.max(0, count)).toString());
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                // Until the other side is content.
                in.read();
            } catch (IOException gone) {
                // The next one.
            }
        }
    }

    private Messenger.Outcome post(String url) throws Exception {
        CompletableFuture<Messenger.Outcome> outcome = new CompletableFuture<>();
        messenger.post(
                CallbackTarget.parse(url, true),
                Map.of("Parley-Sequence", "7"),
                "body".getBytes(StandardCharsets.UTF_8),
                outcome::complete);
        return outcome.get(30, TimeUnit.SECONDS);
    }

    private String url() {
        return "http://hooks.example.com:" + receiver.getLocalPort() + "/a?b=c";
    }

    @Test
    void theRequestNamesTheHostAndGoesToTheAddressThatWasChecked() throws Exception {
        assertThat(post(url()).acknowledged()).isTrue();
        assertThat(lookups).hasValue(1);
        assertThat(received).hasSize(1);
        assertThat(received.get(0))
                .startsWith("POST /a?b=c HTTP/1.1\n")
                .containsIgnoringCase("host: hooks.example.com:" + receiver.getLocalPort() + "\n")
                .contains("content-type: application/json\n")
                .contains("Parley-Sequence: 7\n")
                .endsWith("body");
    }

    @Test
    void anAddressThatIsNotAllowedIsNotConnectedTo() throws Exception {
        lookups.set(1);
        assertThat(post(url())).isEqualTo(Messenger.Outcome.failed("no address of the host is allowed"));
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200,true", "201,true", "302,false", "307,false", "404,false", "500,false"})
    void onlyA2xxAcknowledgesAndNoRedirectIsFollowed(int status, boolean acknowledged) throws Exception {
        answer = "HTTP/1.1 " + status + " X\r\nLocation: " + url() + "\r\nContent-Length: 0\r\n\r\n";
        assertThat(post(url())).isEqualTo(new Messenger.Outcome(acknowledged, "status " + status));
        assertThat(received).hasSize(1);
    }

    @Test
    void aBodyIsNotWaitedFor() throws Exception {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nand so on";
        assertThat(post(url()).acknowledged()).isTrue();
    }

    @Test
    void silenceAndNonsenseAreFailures() throws Exception {
        answer = "";
        assertThat(post(url()).what()).isEqualTo("no answer in time");
        answer = "nonsense\r\n\r\n";
        lookups.set(0);
        assertThat(post(url()).acknowledged()).isFalse();
        answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 X\r\n\r\n";
        lookups.set(0);
        assertThat(post(url()).what()).isEqualTo("status 503");
    }

    @Test
    void nobodyThereIsAFailure() throws Exception {
        receiver.close();
        assertThat(post(url()).acknowledged()).isFalse();
    }

    @Test
    void aServerWithoutTlsIsNoHttpsServer() throws Exception {
        assertThat(post(url().replace("http:", "https:")).acknowledged()).isFalse();
        assertThat(received).noneMatch(request -> request.contains("body"));
    }
}
