package io.parley.http.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Opens connections: looks up the name, tries one address after the other, goes through the proxy, and authenticates the server by its
 * certificate. All but the look-up happens on the event loop.
 */
final class Connector {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int OK = 200;

    private final EventLoop loop;
    private final Executor executor;
    private final SslContext tls;
    private final int maxResponseBytes;
    private final Optional<Proxy> proxy;
    private final Authorization proxyAuthorization;

    /** All that are open. The end of the event loop does not close them for sure. */
    private final ChannelGroup channels;

    Connector(EventLoop loop, Executor executor, ClientSettings settings, Authorization proxyAuthorization) {
        this.loop = loop;
        this.channels = new DefaultChannelGroup(loop, true);
        this.executor = executor;
        this.tls = settings.tls();
        this.maxResponseBytes = settings.maxResponseBytes();
        this.proxy = settings.proxy();
        this.proxyAuthorization = proxyAuthorization;
    }

    /** A connection to {@code server}; {@code opened} hears of every channel on the way there. */
    CompletableFuture<Connection> connect(Origin server, Consumer<Channel> opened) {
        return connect(server, opened, false)
                .thenCompose(channel ->
                        server.secure() ? secured(channel, server) : CompletableFuture.completedFuture(channel))
                .thenApply(this::speakingHttp);
    }

    /** Closes all connections, and those that are being opened. */
    void close(Duration patience) {
        channels.close().awaitUninterruptibly(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<Channel> connect(Origin server, Consumer<Channel> opened, boolean repeated) {
        Origin next = proxy.map(Proxy::at).orElse(server);
        return CompletableFuture.supplyAsync(() -> addresses(next), executor)
                .thenComposeAsync(addresses -> connect(next, addresses, opened), loop)
                .thenCompose(channel -> proxy.isPresent() && server.secure()
                        ? tunnelled(channel, server, opened, repeated)
                        : CompletableFuture.completedFuture(channel));
    }

    private static List<InetAddress> addresses(Origin host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host.host()));
        } catch (UnknownHostException unknown) {
            throw Failures.wrapped(new UnreachableException(host + ": the host has no address", unknown));
        }
    }

    private CompletableFuture<Channel> connect(Origin host, List<InetAddress> addresses, Consumer<Channel> opened) {
        CompletableFuture<Channel> connected = new CompletableFuture<>();
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {}
                })
                .connect(new InetSocketAddress(addresses.get(0), host.port()));
        channels.add(connecting.channel());
        opened.accept(connecting.channel());
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected.complete(connecting.channel());
            } else if (addresses.size() > 1) {
                connect(host, addresses.subList(1, addresses.size()), opened)
                        .whenComplete((channel, fault) -> Failures.pass(channel, fault, connected));
            } else {
                connected.completeExceptionally(
                        new UnreachableException(host + ": " + done.cause().getMessage(), done.cause()));
            }
        });
        return connected;
    }

    private CompletableFuture<Channel> tunnelled(
            Channel channel, Origin server, Consumer<Channel> opened, boolean repeated) {
        Optional<String> shown = proxyAuthorization.next(HttpMethod.CONNECT.name(), server.hostAndPort());
        return Tunnel.to(server, channel, shown).thenCompose(answer -> {
            if (answer.status() == OK) {
                return CompletableFuture.completedFuture(channel);
            }
            boolean asked = answer.status() == PROXY_AUTHENTICATION_REQUIRED
                    && proxyAuthorization.learns(answer.fields(HttpHeaderNames.PROXY_AUTHENTICATE), shown.isPresent());
            return asked && !repeated
                    ? connect(server, opened, true)
                    : CompletableFuture.failedFuture(new RefusedException(
                            answer.status(),
                            "the proxy refused the way to " + server + ": HTTP " + answer.status(),
                            Optional.empty()));
        });
    }

    private CompletableFuture<Channel> secured(Channel channel, Origin server) {
        CompletableFuture<Channel> secured = new CompletableFuture<>();
        SslHandler handler = tls.newHandler(channel.alloc(), server.host(), server.port());
        // The time for all of it is up when the request's is.
        handler.setHandshakeTimeoutMillis(0);
        // The future tells of a failure, and a log need not.
        ChannelHandler silence = new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                context.close();
            }
        };
        channel.pipeline().addLast(handler, silence);
        handler.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                channel.pipeline().remove(silence);
                secured.complete(channel);
            } else {
                channel.close();
                secured.completeExceptionally(new UnreachableException(
                        server + " could not be authenticated: " + Failures.root(done.cause()), done.cause()));
            }
        });
        return secured;
    }

    private Connection speakingHttp(Channel channel) {
        Connection connection = new Connection(channel);
        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(maxResponseBytes), connection);
        return connection;
    }
}
