package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** {@code POST} is the only method of CCMP; others get the generic answer that RFC 6503 section 9 suggests. */
final class OnlyPost implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                ? Optional.empty()
                : Optional.of(Refusal.of(HttpResponseStatus.METHOD_NOT_ALLOWED)
                        .with(HttpHeaderNames.ALLOW, HttpMethod.POST.name()));
    }
}
