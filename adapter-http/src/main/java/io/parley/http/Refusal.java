package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;

/**
 * The answer to a request that never reaches the service: a status and no body, so that it says nothing about the server.
 *
 * @param status the status
 * @param fields the fields that belong to it
 * @param closes whether the connection ends with it, because nobody can tell where the next request begins or the rest is not
 *     worth reading
 */
record Refusal(HttpResponseStatus status, Map<CharSequence, String> fields, boolean closes) {
    Refusal {
        fields = Map.copyOf(fields);
    }

    /** A refusal behind which the connection goes on. */
    static Refusal of(HttpResponseStatus status) {
        return new Refusal(status, Map.of(), false);
    }

    /** This refusal with one field of its own. */
    Refusal with(CharSequence field, String value) {
        return new Refusal(status, Map.of(field, value), closes);
    }

    /** This refusal as the end of the connection. */
    Refusal closing() {
        return new Refusal(status, fields, true);
    }

    FullHttpResponse response() {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        fields.forEach((field, value) -> response.headers().set(field, value));
        if (closes) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }
}
