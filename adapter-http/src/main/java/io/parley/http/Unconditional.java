package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** No field whose name begins with {@code If-}: CCMP knows no conditional requests (RFC 6503 section 9). */
final class Unconditional implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        return request.headers().names().stream().anyMatch(name -> name.regionMatches(true, 0, "If-", 0, 3))
                ? Optional.of(Refusal.of(HttpResponseStatus.PRECONDITION_FAILED))
                : Optional.empty();
    }
}
