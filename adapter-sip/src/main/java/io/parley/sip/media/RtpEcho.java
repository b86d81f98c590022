package io.parley.sip.media;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for RTP, one for each stream, on one thread. Where no media server is, this is what a phone is connected to: nobody hears anybody else, and
 * with an echo he hears himself. What is sent back goes to whoever sent it, no more than it was and no faster than a stream is, so that nobody
 * is flooded by a forged address. Memory is bounded by the number of ports.
 *
 * <p>May be used by any number of threads at once.
 */
public final class RtpEcho implements AutoCloseable {

    private static final int MOST_BYTES = 1500;

    private final InetAddress local;
    private final String host;
    private final boolean echoes;
    private final int mostPorts;
    private final InstantSource clock;
    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("parley-rtp", true), NioIoHandler.newFactory());
    private final AtomicInteger open = new AtomicInteger();

    /**
     * Ports that are opened as they are asked for.
     *
     * @param local the address that they are at
     * @param host by what phones reach that, an address or a name
     * @param echoes whether what comes is sent back, and not thrown away
     * @param mostPorts how many may be open at once
     * @param clock by which it is told how fast packets come
     */
    public RtpEcho(InetAddress local, String host, boolean echoes, int mostPorts, InstantSource clock) {
        this.local = local;
        this.host = host;
        this.echoes = echoes;
        this.mostPorts = mostPorts;
        this.clock = clock;
    }

    /** A port; empty if there is none left. */
    public Optional<Port> open() {
        if (open.incrementAndGet() > mostPorts) {
            open.decrementAndGet();
            return Optional.empty();
        }
        EchoHandler handler = new EchoHandler(echoes, clock);
        SocketProtocolFamily family =
                local instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
        ChannelFuture bound = new Bootstrap()
                .group(loop)
                .channelFactory(() -> new NioDatagramChannel(family))
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MOST_BYTES))
                .handler(handler)
                .bind(new InetSocketAddress(local, 0))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            open.decrementAndGet();
            return Optional.empty();
        }
        bound.channel().closeFuture().addListener(closed -> open.decrementAndGet());
        return Optional.of(new Port(bound.channel(), handler));
    }

    /** How many are open. */
    public int ports() {
        return open.get();
    }

    /** Gives back all of them. */
    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** A port for one stream. */
    public final class Port implements AutoCloseable {
        private final Channel channel;
        private final EchoHandler handler;

        private Port(Channel channel, EchoHandler handler) {
            this.channel = channel;
            this.handler = handler;
        }

        /** Where phones reach it. */
        public InetSocketAddress address() {
            return InetSocketAddress.createUnresolved(host, ((InetSocketAddress) channel.localAddress()).getPort());
        }

        /** Whether what comes is sent back, where there is an echo at all: not as long as the phone is muted. */
        public void heard(boolean now) {
            handler.heard(now);
        }

        /** Gives it back. Has no effect the second time. */
        @Override
        public void close() {
            channel.close();
        }
    }
}
