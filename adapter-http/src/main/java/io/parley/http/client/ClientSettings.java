package io.parley.http.client;

import io.netty.handler.ssl.SslContext;
import io.parley.codec.xml.Dialect;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a client is to be.
 *
 * @param timeout how long one request may take
 * @param patience how long one call waits because servers ask for it
 * @param repeatsTimeouts whether a request that was answered 510 is sent again
 * @param dialect in which namespace requests are written
 * @param maxResponseBytes the most bytes of a response
 * @param tls what authenticates servers
 * @param proxy what all requests go through
 * @param credentials what the server is shown
 * @param clock what dates in answers are compared with
 * @param timers what happens later; the event loop's own if there are none
 */
record ClientSettings(
        Duration timeout,
        Duration patience,
        boolean repeatsTimeouts,
        Dialect dialect,
        int maxResponseBytes,
        SslContext tls,
        Optional<Proxy> proxy,
        Optional<HttpCredentials> credentials,
        InstantSource clock,
        Optional<Timers> timers) {}
