package io.parley.http.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An open connection, on which one request at a time is answered; the last handler of its channel. Whatever comes unasked, or cannot be
 * read, ends it.
 */
final class Connection extends SimpleChannelInboundHandler<FullHttpResponse> {

    private final Channel channel;
    private Optional<CompletableFuture<HttpAnswer>> awaited = Optional.empty();
    private boolean reusable = true;
    private @Nullable Throwable fault;

    Connection(Channel channel) {
        super(FullHttpResponse.class);
        this.channel = channel;
    }

    /** Sends {@code request}; from here on it counts as sent, whatever happens. */
    CompletableFuture<HttpAnswer> send(FullHttpRequest request) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        awaited = Optional.of(answer);
        channel.writeAndFlush(request).addListener(written -> {
            if (!written.isSuccess()) {
                broken(written.cause());
            }
        });
        return answer;
    }

    /** Whether another request may go over it. */
    boolean isReusable() {
        return reusable && channel.isActive() && awaited.isEmpty();
    }

    void close() {
        reusable = false;
        channel.close();
    }

    Channel channel() {
        return channel;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
        if (response.decoderResult().isFailure()) {
            broken(response.decoderResult().cause());
            return;
        }
        if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            return;
        }
        Optional<CompletableFuture<HttpAnswer>> answered = awaited;
        awaited = Optional.empty();
        reusable = answered.isPresent() && HttpUtil.isKeepAlive(response);
        HttpAnswer answer = HttpAnswer.of(response);
        if (!reusable) {
            channel.close();
        }
        answered.ifPresent(it -> it.complete(answer));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(new OutcomeUnknownException("the connection ended before the response", fault));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        broken(cause);
    }

    private void broken(Throwable cause) {
        fault = cause;
        close();
        fail(new OutcomeUnknownException("the connection broke before the response: " + cause.getMessage(), cause));
    }

    private void fail(CcmpException failure) {
        Optional<CompletableFuture<HttpAnswer>> failed = awaited;
        awaited = Optional.empty();
        failed.ifPresent(it -> it.completeExceptionally(failure));
    }
}
