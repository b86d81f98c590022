/**
 * CCMP over HTTP: server, client, discovery, Simple Join and call-backs.
 *
 * <p>The server ({@link io.parley.http.CcmpHttpServer}, RFC 6503 section 9) is a chain of small handlers around each connection, one
 * concern each. {@code ConnectionPipeline} asks {@code Connections} first whether a new one is served, and gives it {@code TlsEntrance}, behind which {@code Handshakes} wait, or
 * {@code Http2Preface}, which find out what it speaks; {@code Protocols} then puts the handlers together. From the socket to the service:
 *
 * <ol>
 *   <li>For HTTP/1.1: {@code RequestDecoder}, bytes to one request at a time; strict about framing. The next one is not decoded, and
 *       nothing more is read from the socket, until the answer to this one has left. {@code HttpResponseEncoder} of Netty, answers to
 *       bytes.
 *   <li>For HTTP/2: the codecs of Netty, {@code Http2Idle} and {@code Http2Streams} around the connection, {@code Http2Request} around each
 *       of its streams, which the others take for a connection with one request.
 *   <li>{@code Witness}: one report for each request, for the log and the metrics.
 *   <li>{@code ResponseHeaders}: what every answer carries.
 *   <li>{@code ConnectionTimes}: cuts off whoever is too slow, or silent for too long.
 *   <li>{@code Persistence}, for HTTP/1.1: whether the connection stays open behind an answer, and its orderly end.
 *   <li>{@code Occupancy}: tells the {@code Seats} who keeps the server waiting, and has to leave when others want in.
 *   <li>{@code Reception}: the rates, then finds the {@code Resource} at the path and applies the ordered {@code RequestChecks} to the
 *       header section; refuses, and then skips the body.
 *   <li>{@code HeldBytes}: accounts for what the request makes the server hold.
 *   <li>{@code BodyCollector}: the whole body in one buffer, within the limit.
 *   <li>{@code ResourceCalls}: has the resource answer, on the event loop or an executor.
 *   <li>{@code LastResort}: whatever nobody expected.
 * </ol>
 *
 * <p>Those from {@code Occupancy} on are put there by {@code Requests}, for both versions alike. {@code CcmpResource} is the one
 * resource that there always is: it asks {@code Authentication} who sends a request. Its {@code CcmpExchange} knows the codec and nothing of HTTP; the
 * handlers know HTTP and nothing of CCMP.
 *
 * <p>Beside CCMP there are {@code HealthResource}; {@code EventsResource}, whose {@code EventStream} is an answer that goes on; and
 * {@code CallbacksResource}, over a {@code CallbackBook} of {@code Callback}s, each of which sends by a {@code Messenger} to a {@code
 * CallbackTarget} that {@code CallbackAllow} allows. Who asks for them is found out in one place, {@code Identification};
 * {@code Places} bounds the streams. {@code JoinResource} serves what {@code io.parley.http.join} writes, to whoever comes. {@code
 * Witness} sees every request and answer pass, and tells a {@code ServerObserver}: the {@code AccessLog} and {@code ServerMetrics}.
 *
 * <p>Handlers tell each other where the connection stands by the user events of {@code ConnectionEvent}. They ignore the futures of what
 * they write: {@code Persistence} sees every answer pass and attends to the outcome.
 */
@NullMarked
package io.parley.http;

import org.jspecify.annotations.NullMarked;
