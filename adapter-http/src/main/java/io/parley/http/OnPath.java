package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/**
 * The path of the request target is the configured one, character by character. The target may be a path or a whole URI (RFC 9112
 * section 3.2); a query is ignored.
 *
 * @param path the configured path
 */
record OnPath(String path) implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        return pathOf(request.uri()).equals(path)
                ? Optional.empty()
                : Optional.of(Refusal.of(HttpResponseStatus.NOT_FOUND));
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        String beforeQuery = query < 0 ? target : target.substring(0, query);
        int scheme = beforeQuery.indexOf("://");
        if (beforeQuery.startsWith("/") || scheme < 0) {
            return beforeQuery;
        }
        int path = beforeQuery.indexOf('/', scheme + 3);
        return path < 0 ? "/" : beforeQuery.substring(path);
    }
}
