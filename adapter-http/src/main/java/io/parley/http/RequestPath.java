package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;

/**
 * The path of a request target, character by character as it was sent. The target may be a path or a whole URI (RFC 9112 section 3.2); a
 * query is no part of it.
 */
final class RequestPath {

    private RequestPath() {}

    static String of(HttpRequest request) {
        String target = request.uri();
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
