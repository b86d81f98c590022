package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;

/** What the decoder could read (RFC 9112 section 2.2); a request line or header section over its limit has a status of its own. */
final class WellFormed implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        if (request.decoderResult().isSuccess()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(status(request.decoderResult().cause())).closing());
    }

    private static HttpResponseStatus status(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException
                ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                : HttpResponseStatus.BAD_REQUEST;
    }
}
