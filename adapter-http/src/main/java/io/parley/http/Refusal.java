package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a request that never reaches the service: a status and no body, so that it says nothing about the server.
 *
 * @param status the status
 * @param fields the fields that belong to it
 * @param closes whether the connection ends with it, because nobody can tell where the next request begins or the rest is not
 *     worth reading
 */
record Refusal(HttpResponseStatus status, List<Field> fields, boolean closes) {
    Refusal {
        fields = List.copyOf(fields);
    }

    /** A field of the answer; there may be several of one name. */
    record Field(CharSequence name, String value) {}

    /** A refusal behind which the connection goes on. */
    static Refusal of(HttpResponseStatus status) {
        return new Refusal(status, List.of(), false);
    }

    /** This refusal with one field more. */
    Refusal with(CharSequence name, String value) {
        return new Refusal(
                status,
                Stream.concat(fields.stream(), Stream.of(new Field(name, value)))
                        .toList(),
                closes);
    }

    /** This refusal as the end of the connection. */
    Refusal closing() {
        return new Refusal(status, fields, true);
    }

    FullHttpResponse response() {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        fields.forEach(field -> response.headers().add(field.name(), field.value()));
        if (closes) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }
}
