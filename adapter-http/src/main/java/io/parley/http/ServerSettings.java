package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What a server was built with; {@link CcmpHttpServerBuilder} says what each of them means.
 */
record ServerSettings(
        List<Resource> resources,
        Optional<InetSocketAddress> clear,
        Optional<Https> tls,
        int maxRequestLineBytes,
        int maxHeaderBytes,
        int maxBodyBytes,
        ServerBounds bounds,
        Duration handshakeTime,
        Duration requestTime,
        Duration idleTime,
        Duration lingerTime,
        Duration drainTime,
        Duration retryAfter,
        int threads,
        Executor executor,
        boolean pipelining,
        ServerObserver observer,
        InstantSource clock) {

    /** Where TLS is spoken, and how. */
    record Https(InetSocketAddress address, TlsSettings tls) {}

    /** The answer when there is no room: 503, and when to try again (RFC 9110 section 10.2.3). */
    Refusal unavailable() {
        return Refusal.of(HttpResponseStatus.SERVICE_UNAVAILABLE)
                .with(HttpHeaderNames.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** The answer to a sender who has too much: 429, and when to try again. */
    Refusal tooMany() {
        return RequestRates.tooMany(retryAfter);
    }
}
