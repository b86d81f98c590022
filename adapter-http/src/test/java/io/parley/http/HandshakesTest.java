package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handshakes of strangers, whose cost is spent when the test says so: on a server with eight seats. */
class HandshakesTest {

    private static final X509Bundle IDENTITY = Pem.localhost("Parley");

    @TempDir
    private Path directory;

    private final Echo echo = new Echo();
    private final Later later = new Later();
    private Connections connections;
    private ConnectionPipeline pipeline;

    @BeforeEach
    void start() {
        Pem files = new Pem(directory).hold(IDENTITY);
        ServerSettings settings = echo.server()
                .bounds(ServerBounds.defaults().connections(8))
                .https(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), files.settings())
                .settings();
        connections = new Connections(settings);
        pipeline = ConnectionPipeline.encrypted(
                settings,
                connections,
                new Protocols(settings),
                new Handshakes(TlsContext.of(files.settings(), () -> Instant.EPOCH), settings, later));
    }

    @Test
    void aHandshakeIsWorkedOutElsewhereAndTheRequestBehindItIsAnswered() {
        Peer peer = new Peer();
        assertThat(later.waiting()).isEqualTo(1);
        assertThat(peer.exchange()).as("what the connection's own thread does").isFalse();

        later.runNext();
        assertThat(peer.exchange()).isTrue();
        assertThat(peer.ask("hello")).contains("200 OK").endsWith("<hello>");
    }

    @Test
    void whoeverWaitsForTheServerDoesNotHaveToLeaveForACrowdOfSilentOnes() {
        Peer good = new Peer();
        List<EmbeddedChannel> crowd = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            crowd.add(silent());
        }
        crowd.forEach(EmbeddedChannel::runPendingTasks);
        assertThat(crowd.stream().filter(EmbeddedChannel::isOpen)).hasSize(7);

        later.runNext();
        assertThat(good.exchange()).isTrue();
        assertThat(good.ask("hello")).endsWith("<hello>");
    }

    @Test
    void whoeverGoesOnPassesByThoseWhoBeginHandshakesAndNoMore() {
        Peer good = new Peer();
        later.runNext();
        assertThat(good.exchange()).isTrue();
        for (int i = 0; i < 100; i++) {
            new Peer();
            later.runNext();
        }
        assertThat(good.ask("hello")).endsWith("<hello>");
    }

    @Test
    void whoeverFindsNoPlaceWaitsAsWellAndIsServedInTurn() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            peers.add(new Peer());
        }
        assertThat(peers).allMatch(Peer::isOpen);
        assertThat(later.waiting()).isEqualTo(6);
        for (Peer peer : peers) {
            later.runNext();
            assertThat(peer.exchange()).isTrue();
            assertThat(peer.ask("hello")).endsWith("<hello>");
        }
    }

    @Test
    void whoeverFindsNoPlaceHasToLeaveForACrowd() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            peers.add(new Peer());
        }
        for (int i = 0; i < 100; i++) {
            silent();
        }
        assertThat(peers.stream().map(Peer::isOpen))
                .as("half of the seats belong to handshakes in hand")
                .containsExactly(true, true, true, true, false, false);
    }

    @Test
    void nothingIsSpentOnWhoHasLeft() {
        Peer peer = new Peer();
        peer.close();
        later.runNext();
        assertThat(peer.heard()).isZero();
        assertThat(connections.seats().taken()).isZero();
    }

    private EmbeddedChannel silent() {
        return new EmbeddedChannel(pipeline);
    }

    /** A client that has begun a handshake. */
    private final class Peer {
        private final EmbeddedChannel server = silent();
        private final EmbeddedChannel client = new EmbeddedChannel();
        private int heard;

        Peer() {
            client.pipeline().addLast(clientContext().newHandler(client.alloc(), "localhost", 443));
            exchange();
        }

        /** Passes on what either says until neither says more; whether the server has said anything. */
        boolean exchange() {
            int before = heard;
            boolean said = true;
            while (said) {
                client.runPendingTasks();
                server.runPendingTasks();
                said = pass(client, server) > 0;
                int answered = pass(server, client);
                heard += answered;
                said |= answered > 0;
            }
            return heard > before;
        }

        private static int pass(EmbeddedChannel from, EmbeddedChannel to) {
            int passed = 0;
            for (ByteBuf bytes = from.readOutbound(); bytes != null; bytes = from.readOutbound()) {
                passed += bytes.readableBytes();
                if (to.isOpen()) {
                    to.writeInbound(bytes);
                } else {
                    bytes.release();
                }
            }
            return passed;
        }

        String ask(String body) {
            client.writeOutbound(Unpooled.copiedBuffer(Post.of(body), StandardCharsets.ISO_8859_1));
            exchange();
            StringBuilder answer = new StringBuilder();
            for (ByteBuf bytes = client.readInbound(); bytes != null; bytes = client.readInbound()) {
                answer.append(bytes.toString(StandardCharsets.ISO_8859_1));
                bytes.release();
            }
            return answer.toString();
        }

        int heard() {
            return heard;
        }

        boolean isOpen() {
            server.runPendingTasks();
            return server.isOpen();
        }

        void close() {
            // Past the handlers, as the end of the socket comes.
            server.pipeline().firstContext().close();
            server.runPendingTasks();
        }
    }

    private static SslContext clientContext() {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(IDENTITY.getCertificate())
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
