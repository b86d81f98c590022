package io.parley.http.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks a proxy for a way to a server (CONNECT, RFC 9110 section 9.3.6), and gets out of it once it is there. */
final class Tunnel extends SimpleChannelInboundHandler<HttpObject> {

    private static final int OK = 200;

    private final HttpClientCodec codec = new HttpClientCodec();
    private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
    private Optional<HttpAnswer> head = Optional.empty();

    private Tunnel() {
        super(HttpObject.class);
    }

    /** What the proxy at the other end of {@code channel} says; behind a 200 the channel is one to {@code server}. */
    static CompletableFuture<HttpAnswer> to(Origin server, Channel channel, Optional<String> authorization) {
        Tunnel tunnel = new Tunnel();
        channel.pipeline().addLast(tunnel.codec, tunnel);
        FullHttpRequest connect = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.CONNECT, server.hostAndPort(), Unpooled.EMPTY_BUFFER);
        connect.headers().set(HttpHeaderNames.HOST, server.hostAndPort());
        authorization.ifPresent(it -> connect.headers().set(HttpHeaderNames.PROXY_AUTHORIZATION, it));
        channel.writeAndFlush(connect);
        return tunnel.answer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse response && !part.decoderResult().isFailure()) {
            head = Optional.of(
                    new HttpAnswer(response.status().code(), response.headers().copy(), new byte[0]));
        }
        if (head.isEmpty() || part instanceof LastHttpContent || head.get().status() != OK) {
            finish(context);
        }
    }

    private void finish(ChannelHandlerContext context) {
        context.pipeline().remove(this);
        if (head.filter(it -> it.status() == OK).isPresent()) {
            context.pipeline().remove(codec);
            answer.complete(head.get());
            return;
        }
        context.close();
        head.ifPresentOrElse(
                answer::complete, () -> answer.completeExceptionally(new UnreachableException("no proxy of HTTP")));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        answer.completeExceptionally(new UnreachableException("the proxy closed the connection"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
        answer.completeExceptionally(new UnreachableException("the proxy: " + cause.getMessage(), cause));
    }
}
