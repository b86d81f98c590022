package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Optional;

/**
 * A body whose length is announced has at most so many bytes; {@link BodyCollector} looks after the others.
 *
 * @param maxBodyBytes how many
 */
record WithinSize(int maxBodyBytes) implements RequestCheck {

    static final Refusal TOO_LARGE =
            Refusal.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE).closing();

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        return HttpUtil.getContentLength(request, 0L) > maxBodyBytes ? Optional.of(TOO_LARGE) : Optional.empty();
    }
}
