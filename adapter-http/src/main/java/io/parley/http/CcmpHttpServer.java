package io.parley.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves CCMP over HTTP/1.1 and HTTP/2 (RFC 6503 section 9), in clear and by TLS.
 *
 * <pre>{@code
 * CcmpHttpServer server = CcmpHttpServer.builder().service(service).codec(codec).build();
 * server.start();
 * ...
 * server.close();
 * }</pre>
 *
 * <p>It is started once and closed once, each by any thread but its own. Its threads keep the process alive until it is closed.
 */
public final class CcmpHttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CcmpHttpServer.class);

    private final ServerSettings settings;
    private final Connections connections;
    private @Nullable EventLoopGroup acceptors;
    private @Nullable EventLoopGroup threads;
    private @Nullable ExecutorService handshakes;
    private @Nullable Channel clear;
    private @Nullable Channel encrypted;
    private boolean started;

    CcmpHttpServer(ServerSettings settings) {
        this.settings = settings;
        this.connections = new Connections(settings);
    }

    /** Begins the description of a server. */
    public static CcmpHttpServerBuilder builder() {
        return new CcmpHttpServerBuilder();
    }

    /**
     * Begins to serve. When it returns the server is bound and accepts connections.
     *
     * @throws IllegalArgumentException if the files for TLS make no sense; the message names the one
     * @throws UncheckedIOException if an address cannot be bound; the message names it
     */
    public synchronized void start() {
        if (started) {
            throw new IllegalStateException("This server has been started before");
        }
        started = true;
        Optional<Reloaded<SslContext>> tls = settings.tls().map(it -> TlsContext.of(it.tls(), settings.clock()));
        acceptors = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("parley-http-accept"), NioIoHandler.newFactory());
        threads = new MultiThreadIoEventLoopGroup(
                settings.threads(), new DefaultThreadFactory("parley-http"), NioIoHandler.newFactory());
        Protocols protocols = new Protocols(settings);
        settings.clear()
                .ifPresent(where -> clear = bind(where, ConnectionPipeline.clear(settings, connections, protocols)));
        if (tls.isPresent()) {
            handshakes = Handshakes.threads(settings.threads());
            encrypted = bind(
                    settings.tls().orElseThrow().address(),
                    ConnectionPipeline.encrypted(
                            settings, connections, protocols, new Handshakes(tls.get(), settings, handshakes)));
        }
    }

    private Channel bind(InetSocketAddress where, ConnectionPipeline pipeline) {
        ChannelFuture bound = new ServerBootstrap()
                .group(acceptors, threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, settings.bounds().connections())
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(new AcceptBound(settings.bounds()))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(pipeline)
                .bind(where)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            String why = "Cannot listen on " + where + ": " + bound.cause().getMessage();
            throw new UncheckedIOException(why, new IOException(why, bound.cause()));
        }
        LOG.info("Serving CCMP on {}", bound.channel().localAddress());
        return bound.channel();
    }

    /**
     * The address that the server is bound to in clear, with the real port.
     *
     * @throws IllegalStateException if the server is not running, or not in clear
     */
    public synchronized InetSocketAddress address() {
        return addressOf(clear);
    }

    /**
     * The address that the server is bound to for TLS, with the real port.
     *
     * @throws IllegalStateException if the server is not running, or without TLS
     */
    public synchronized InetSocketAddress httpsAddress() {
        return addressOf(encrypted);
    }

    private static InetSocketAddress addressOf(@Nullable Channel acceptor) {
        if (acceptor == null || !(acceptor.localAddress() instanceof InetSocketAddress address)) {
            throw new IllegalStateException("This server is not running there");
        }
        return address;
    }

    /** Who is served. */
    Seats seats() {
        return connections.seats();
    }

    /**
     * Ends the service in order: accepts no more connections, closes those on which nothing is going on, lets the requests that have begun
     * be answered, and closes the rest when the time for that is up. The executor is left alone. Has no effect the second time.
     */
    @Override
    public synchronized void close() {
        started = true;
        if (clear != null || encrypted != null) {
            close(clear);
            close(encrypted);
            connections.drain(settings.drainTime());
            LOG.info("No longer serving CCMP");
            clear = null;
            encrypted = null;
        }
        settings.resources().forEach(Resource::close);
        end(acceptors);
        acceptors = null;
        end(threads);
        threads = null;
        if (handshakes != null) {
            handshakes.shutdownNow();
            handshakes = null;
        }
    }

    private void end(@Nullable EventLoopGroup group) {
        if (group != null) {
            group.shutdownGracefully(0, settings.drainTime().toNanos(), TimeUnit.NANOSECONDS)
                    .awaitUninterruptibly(settings.drainTime().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void close(@Nullable Channel acceptor) {
        if (acceptor != null) {
            acceptor.close().awaitUninterruptibly();
        }
    }
}
