package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/**
 * CCMP on its one path. Every answer of CCMP is an HTTP 200, whatever its own code (RFC 6503 section 9).
 *
 * @param path where it is, character by character
 * @param checks the checks on its requests
 * @param exchange what answers their bodies
 */
record CcmpResource(String path, RequestChecks checks, Exchange exchange) implements Resource {

    private static final String CONTENT_TYPE = "application/ccmp+xml; charset=utf-8";

    @Override
    public boolean isAt(String other) {
        return other.equals(path);
    }

    @Override
    public Reply answer(Call call) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(exchange.answer(call.body())));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, CONTENT_TYPE);
        return Reply.of(response);
    }
}
