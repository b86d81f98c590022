package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** {@code Accept} names {@code text/event-stream}: whoever asks for anything else would wait for an end that does not come. */
final class AdmitsEvents implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        String accept = String.join(",", request.headers().getAll(HttpHeaderNames.ACCEPT));
        boolean admitted = MediaType.split(accept, ',').stream()
                .flatMap(range -> MediaType.parse(range).stream())
                .anyMatch(range -> range.is("text", "event-stream") && range.weight() > 0);
        return admitted ? Optional.empty() : Optional.of(Refusal.of(HttpResponseStatus.NOT_ACCEPTABLE));
    }
}
