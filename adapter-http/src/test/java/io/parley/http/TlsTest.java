package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.X509Bundle;
import io.parley.spec.Requirement;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP over TLS, over real sockets. */
class TlsTest {

    private static final X509Bundle FIRST = Pem.localhost("First");
    private static final X509Bundle SECOND = Pem.localhost("Second");

    @TempDir
    private Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final Echo echo = new Echo();
    private Pem files;
    private CcmpHttpServer server;

    @BeforeEach
    void start() {
        files = new Pem(directory).hold(FIRST);
        server = echo.server()
                .withoutClear()
                .https(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), files.settings())
                .clock(now::get)
                .build();
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    @Requirement({"CCMP-9-02", "CCMP-D10-07"})
    void aPostIsAnsweredAlikeInBothVersionsOfHttp(HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Pem.trusting(FIRST))
                .version(version)
                .build();
        for (int length : new int[] {0, 3, 300_000}) {
            HttpResponse<String> response = client.send(
                    java.net.http.HttpRequest.newBuilder(uri())
                            .header("Content-Type", "application/ccmp+xml")
                            .POST(BodyPublishers.ofString("x".repeat(length)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(version);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("<" + "x".repeat(length) + ">");
            assertThat(response.headers().firstValue("cache-control")).contains("no-store");
            assertThat(response.headers().firstValue("content-length")).contains(String.valueOf(length + 2));
        }
    }

    private URI uri() {
        return URI.create("https://localhost:" + server.httpsAddress().getPort() + "/Xcon/Ccmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    @Requirement("CCMP-D10-08")
    void versionsThatAreGoodAreAccepted(String version) throws IOException {
        try (SSLSocket socket = socket(Pem.trusting(FIRST))) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    @Requirement("CCMP-D10-08")
    void olderVersionsAreRefused(int minor) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server.httpsAddress());
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(clientHello(minor));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(in.readUnsignedByte()).as("an alert").isEqualTo(21);
            in.skipNBytes(4);
            assertThat(in.readUnsignedByte()).as("a fatal one").isEqualTo(2);
            assertThat(in.readUnsignedByte()).as("protocol_version").isEqualTo(70);
        }
    }

    /** What a client says first who knows nothing better than version 3.{@code minor}: 0 is SSL 3, 2 is TLS 1.1. */
    private static byte[] clientHello(int minor) {
        byte[] body = ByteBuffer.allocate(2 + 32 + 1 + 4 + 2)
                .put(new byte[] {3, (byte) minor})
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) 2)
                .putShort((short) 0x002F)
                .put(new byte[] {1, 0})
                .array();
        return ByteBuffer.allocate(9 + body.length)
                .put(new byte[] {22, 3, (byte) minor})
                .putShort((short) (4 + body.length))
                .putInt(1 << 24 | body.length)
                .put(body)
                .array();
    }

    @Test
    void plainHttpIsRefusedWithoutWork() {
        try (Wire wire = new Wire(server.httpsAddress())) {
            Answer answer = wire.send(Post.of("secret")).answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.closes()).isTrue();
            assertThat(wire.ends()).isTrue();
        }
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void aChangeOfTheFilesCountsForTheNextHandshakes() throws IOException {
        assertThat(organisation(FIRST)).contains("First");

        files.hold(SECOND);
        assertThat(organisation(FIRST)).as("looked at too soon").contains("First");
        now.updateAndGet(it -> it.plus(Reloaded.INTERVAL));
        assertThat(organisation(SECOND)).contains("Second");
        assertThatThrownBy(() -> organisation(FIRST)).isInstanceOf(SSLException.class);
    }

    @Test
    void filesThatMakeNoSenseChangeNothingUntilTheyDo() throws IOException {
        for (String broken : List.of("", "-----BEGIN PRIVATE KEY-----\n", SECOND.getPrivateKeyPEM())) {
            Pem.write(files.key, broken);
            now.updateAndGet(it -> it.plus(Reloaded.INTERVAL));
            assertThat(organisation(FIRST)).contains("First");
        }
        files.hold(SECOND);
        now.updateAndGet(it -> it.plus(Reloaded.INTERVAL));
        assertThat(organisation(SECOND)).contains("Second");
    }

    private String organisation(X509Bundle trusted) throws IOException {
        try (SSLSocket socket = socket(Pem.trusting(trusted))) {
            socket.startHandshake();
            return socket.getSession().getPeerPrincipal().getName();
        }
    }

    private SSLSocket socket(SSLContext client) throws IOException {
        SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket();
        socket.connect(server.httpsAddress());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Test
    void aServerWithFilesThatMakeNoSenseDoesNotStartAndNamesThem() {
        Path missing = directory.resolve("missing.pem");
        for (TlsSettings wrong : List.of(
                TlsSettings.of(missing, files.key),
                TlsSettings.of(files.certificate, missing),
                files.settings().accepting(missing, CertificateUsers.nobody()))) {
            assertThatThrownBy(() -> started(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("missing.pem");
        }
        assertThatThrownBy(() -> started(TlsSettings.of(files.key, files.key))).hasMessageContaining("no certificate");
        assertThatThrownBy(() -> started(TlsSettings.of(files.certificate, files.certificate)))
                .hasMessageContaining("no private key");
        Pem.write(files.key, SECOND.getPrivateKeyPEM());
        assertThatThrownBy(() -> started(files.settings())).hasMessageContaining("not the key of the certificate");
    }

    private void started(TlsSettings settings) {
        CcmpHttpServer other = echo.server()
                .https(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings)
                .build();
        try {
            other.start();
        } finally {
            other.close();
        }
    }

    @Test
    void aClientThatDoesNotGoOnIsCutOffAndTheOthersAreServed() throws IOException {
        CcmpHttpServer hasty = echo.server()
                .withoutClear()
                .https(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), files.settings())
                .handshakeTime(Duration.ofMillis(200))
                .build();
        hasty.start();
        try (Socket silent = new Socket();
                Socket halfway = new Socket()) {
            for (Socket socket : List.of(silent, halfway)) {
                socket.connect(hasty.httpsAddress());
                socket.setSoTimeout(10_000);
            }
            halfway.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
            assertThat(silent.getInputStream().read()).isNegative();
            assertThat(halfway.getInputStream().readAllBytes()).hasSizeLessThan(100);
        } finally {
            hasty.close();
        }
    }
}
