package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;

/** No transfer coding but {@code chunked} (RFC 9112 section 6.1). */
final class KnownTransferCoding implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean known = codings.isEmpty()
                || codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.get(0).strip());
        return known
                ? Optional.empty()
                : Optional.of(Refusal.of(HttpResponseStatus.NOT_IMPLEMENTED).closing());
    }
}
