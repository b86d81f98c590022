package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exactly one {@code Host} with a valid value. HTTP/1.0 knows no such field and may leave it out (RFC 9112 section 3.2: what has to be
 * refused for lack of it is an HTTP/1.1 request).
 */
final class OneHost implements RequestCheck {

    /** The characters of RFC 3986's {@code host}, and a port. */
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Za-z:.~_!$&'()*+;=%-]+]|[0-9A-Za-z.~_!$&'()*+;=%-]+)(?::[0-9]*)?");

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean good = hosts.isEmpty()
                ? request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                : hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
        return good
                ? Optional.empty()
                : Optional.of(Refusal.of(HttpResponseStatus.BAD_REQUEST).closing());
    }
}
