package io.parley.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Posts by HTTP/1.1, one connection an attempt. The name is resolved once, and the connection goes to the address that was checked. All
 * that it wants is the status: no redirect is followed, and no body is read.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class HttpMessenger implements Messenger {

    private final Callbacks settings;
    private final CallbackTarget.Resolver resolver;
    private final SslContext tls;
    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("parley-callback", true), NioIoHandler.newFactory());

    HttpMessenger(Callbacks settings, CallbackTarget.Resolver resolver, SslContext tls) {
        this.settings = settings;
        this.resolver = resolver;
        this.tls = tls;
    }

    @Override
    public void post(CallbackTarget target, Map<String, String> fields, byte[] body, Consumer<Outcome> outcome) {
        Optional<InetSocketAddress> address;
        try {
            address = target.address(settings, resolver);
        } catch (UnknownHostException unknown) {
            outcome.accept(Outcome.failed("the host has no address"));
            return;
        }
        if (address.isEmpty()) {
            outcome.accept(Outcome.failed("no address of the host is allowed"));
            return;
        }
        Attempt attempt = new Attempt(request(target, fields, body), outcome);
        new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.timeout().toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (target.secure()) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc(), target.host(), target.port()));
                        }
                        channel.pipeline().addLast(new HttpClientCodec()).addLast(attempt);
                        channel.eventLoop()
                                .schedule(
                                        () -> attempt.end(channel, Outcome.failed("no answer in time")),
                                        settings.timeout().toMillis(),
                                        TimeUnit.MILLISECONDS);
                    }
                })
                .connect(address.get())
                .addListener((ChannelFuture connected) -> {
                    if (!connected.isSuccess()) {
                        attempt.end(connected.channel(), Outcome.failed("no connection"));
                    }
                });
    }

    private static FullHttpRequest request(CallbackTarget target, Map<String, String> fields, byte[] body) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, target.pathAndQuery(), Unpooled.wrappedBuffer(body));
        request.headers()
                .set(HttpHeaderNames.HOST, target.authority())
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        fields.forEach((name, value) -> request.headers().set(name, value));
        return request;
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** One request, from the connection until the status. */
    private static final class Attempt extends SimpleChannelInboundHandler<HttpObject> {

        private final FullHttpRequest request;
        private final Consumer<Outcome> outcome;
        private final AtomicBoolean over = new AtomicBoolean();

        Attempt(FullHttpRequest request, Consumer<Outcome> outcome) {
            this.request = request;
            this.outcome = outcome;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.writeAndFlush(request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof HttpResponse response
                    && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
                boolean good = response.decoderResult().isSuccess()
                        && response.status().codeClass() == HttpStatusClass.SUCCESS;
                end(
                        context.channel(),
                        new Outcome(good, "status " + response.status().code()));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(context.channel(), Outcome.failed("the connection ended without an answer"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            end(context.channel(), Outcome.failed(cause.getClass().getSimpleName()));
        }

        void end(Channel channel, Outcome what) {
            if (over.compareAndSet(false, true)) {
                channel.close();
                outcome.accept(what);
            }
        }
    }
}
