package io.parley.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;

/** What a {@link Resource} has to say. */
@FunctionalInterface
interface Reply {

    /** Sends it behind {@code context}. Called once, by the thread that made it. */
    void send(ChannelHandlerContext context);

    /** A whole response. */
    static Reply of(FullHttpResponse response) {
        return context -> context.writeAndFlush(response);
    }
}
