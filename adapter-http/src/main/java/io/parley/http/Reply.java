package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** What a {@link Resource} has to say. */
@FunctionalInterface
interface Reply {

    /** Sends it behind {@code context}. Called once, by the thread that made it. */
    void send(ChannelHandlerContext context);

    /** A whole response. */
    static Reply of(FullHttpResponse response) {
        return of(response, Told.NOTHING);
    }

    /** A whole response, and what there is to tell of it. */
    static Reply of(FullHttpResponse response, Told told) {
        return context -> {
            context.channel().attr(Told.KEY).set(told);
            context.writeAndFlush(response);
        };
    }

    /** A whole response to {@code request}: to a HEAD without its content, whose length it keeps (RFC 9110 section 9.3.2). */
    static Reply to(HttpRequest request, FullHttpResponse response) {
        if (!request.method().equals(HttpMethod.HEAD)) {
            return of(response);
        }
        FullHttpResponse head = response.replace(Unpooled.EMPTY_BUFFER);
        head.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        response.release();
        return of(head);
    }

    /** A refusal. */
    static Reply of(Refusal refusal) {
        return of(refusal.response());
    }
}
