package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of several methods (RFC 9110 section 15.5.6).
 *
 * @param allowed which
 */
record OnlyMethods(List<HttpMethod> allowed) implements RequestCheck {

    OnlyMethods(HttpMethod... allowed) {
        this(List.of(allowed));
    }

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        return allowed.contains(request.method())
                ? Optional.empty()
                : Optional.of(Refusal.of(HttpResponseStatus.METHOD_NOT_ALLOWED)
                        .with(
                                HttpHeaderNames.ALLOW,
                                allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "))));
    }
}
