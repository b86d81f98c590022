package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** HTTP/1.x (RFC 9110 section 15.6.6). */
final class KnownVersion implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        return request.protocolVersion().majorVersion() == 1
                ? Optional.empty()
                : Optional.of(Refusal.of(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED)
                        .closing());
    }
}
