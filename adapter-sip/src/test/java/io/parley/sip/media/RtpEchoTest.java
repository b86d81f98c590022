package io.parley.sip.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What comes back from a port. */
class RtpEchoTest {

    private static final InetSocketAddress PHONE = new InetSocketAddress("192.0.2.7", 4000);
    private static final InetSocketAddress PORT = new InetSocketAddress("192.0.2.9", 5000);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final EchoHandler handler = new EchoHandler(true, now::get);
    private final EmbeddedChannel channel = new EmbeddedChannel(handler);

    private Optional<DatagramPacket> echo(int... bytes) {
        byte[] content = new byte[20];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        channel.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(content), PORT, PHONE));
        return Optional.ofNullable(channel.readOutbound());
    }

    @Test
    void aPacketComesBackToWhoeverSentIt() {
        assertThat(echo(0x80, 0)).hasValueSatisfying(packet -> {
            assertThat(packet.recipient()).isEqualTo(PHONE);
            assertThat(packet.content().readableBytes()).isEqualTo(20);
        });
    }

    @Test
    void whatIsNoRtpDoesNot() {
        assertThat(echo(0x40, 0)).as("another version").isEmpty();
        assertThat(echo(0x80, 200)).as("RTCP").isEmpty();
        channel.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(new byte[11]), PORT, PHONE));
        assertThat(Optional.ofNullable(channel.readOutbound())).as("too short").isEmpty();
    }

    @Test
    void nobodyHearsWhoIsMuted() {
        handler.heard(false);
        assertThat(echo(0x80, 0)).isEmpty();
        handler.heard(true);
        assertThat(echo(0x80, 0)).isPresent();
    }

    @Test
    void noMoreComesBackThanAStreamHas() {
        for (int i = 0; i < EchoHandler.MOST_PACKETS; i++) {
            assertThat(echo(0x80, 0)).isPresent();
        }
        assertThat(echo(0x80, 0)).isEmpty();
        now.set(Instant.EPOCH.plusSeconds(1));
        assertThat(echo(0x80, 0)).isPresent();
    }

    @Test
    void silenceIsSilent() {
        EmbeddedChannel silent = new EmbeddedChannel(new EchoHandler(false, InstantSource.system()));
        silent.writeInbound(new DatagramPacket(
                Unpooled.wrappedBuffer(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), PORT, PHONE));
        assertThat(Optional.ofNullable(silent.readOutbound())).isEmpty();
    }

    @Test
    void thereAreNoMorePortsThanMayBe() {
        try (RtpEcho echo =
                new RtpEcho(InetAddress.getLoopbackAddress(), "media.example.com", true, 2, InstantSource.system())) {
            List<RtpEcho.Port> ports = new ArrayList<>();
            ports.add(echo.open().orElseThrow());
            ports.add(echo.open().orElseThrow());
            assertThat(echo.open()).isEmpty();
            assertThat(ports).extracting(port -> port.address().getHostString()).containsOnly("media.example.com");
            assertThat(ports).extracting(port -> port.address().getPort()).doesNotHaveDuplicates();
            assertThat(echo.ports()).isEqualTo(2);
        }
    }
}
