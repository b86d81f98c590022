package io.parley.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;

/**
 * Puts on every answer what every answer carries: its length, unless it goes on and on or knows better (the answer to a HEAD), that
 * nobody may keep it (RFC 6503 section 9), unless it says itself who may, and the date (RFC 9110 section 6.6.1). Nothing says what kind of server this is.
 */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored")
final class ResponseHeaders extends ChannelOutboundHandlerAdapter {

    private final DateField date;

    ResponseHeaders(DateField date) {
        this.date = date;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse whole) {
            on(whole);
        } else if (message instanceof HttpResponse beginning) {
            onEvery(beginning);
        }
        context.write(message, promise);
    }

    FullHttpResponse on(FullHttpResponse response) {
        onEvery(response);
        if (!response.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
            response.headers()
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        }
        return response;
    }

    private void onEvery(HttpResponse response) {
        response.headers().set(HttpHeaderNames.DATE, date.value());
        if (!response.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
            response.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        }
    }
}
