package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/**
 * Neither of the features that RFC 6503 section 9 excludes. Behind an expectation the connection ends, because the client may or may
 * not go on to send the body (RFC 9110 section 10.1.1).
 */
final class NeitherExpectNorRange implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        if (request.headers().contains(HttpHeaderNames.EXPECT)) {
            return Optional.of(Refusal.of(HttpResponseStatus.NOT_IMPLEMENTED).closing());
        }
        return request.headers().contains(HttpHeaderNames.RANGE)
                ? Optional.of(Refusal.of(HttpResponseStatus.NOT_IMPLEMENTED))
                : Optional.empty();
    }
}
