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
        return of(response, Told.NOTHING);
    }

    /** A whole response, and what there is to tell of it. */
    static Reply of(FullHttpResponse response, Told told) {
        return context -> {
            context.channel().attr(Told.KEY).set(told);
            context.writeAndFlush(response);
        };
    }

    /** A refusal. */
    static Reply of(Refusal refusal) {
        return of(refusal.response());
    }
}
