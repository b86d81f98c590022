/**
 * CCMP over HTTP: server, client, discovery, Simple Join and call-backs.
 *
 * <p>The server ({@link io.parley.http.CcmpHttpServer}, RFC 6503 section 9) is a chain of small handlers around each connection, one
 * concern each. From the socket to the service:
 *
 * <ol>
 *   <li>{@code RequestDecoder}: bytes to one request at a time; strict about framing. The next one is not decoded, and nothing more is
 *       read from the socket, until the answer to this one has left.
 *   <li>{@code HttpResponseEncoder} of Netty: answers to bytes.
 *   <li>{@code ResponseHeaders}: what every answer carries.
 *   <li>{@code ConnectionTimes}: cuts off whoever is too slow, or silent for too long.
 *   <li>{@code Persistence}: whether the connection stays open behind an answer, and its orderly end.
 *   <li>{@code Reception}: finds the {@code Resource} at the path, applies the ordered {@code RequestChecks} to the header section;
 *       refuses, and then skips the body.
 *   <li>{@code BodyCollector}: the whole body in one buffer, within the limit.
 *   <li>{@code ResourceCalls}: has the resource answer, on the event loop or an executor.
 *   <li>{@code LastResort}: whatever nobody expected.
 * </ol>
 *
 * <p>{@code Connections} stands before all of that: it counts, and gives {@code Overload} instead to whoever is one too many.
 * {@code ConnectionPipeline} puts them together: TLS and the choice of HTTP/2 belong before the decoder there; the limit on the
 * requests of one sender (429) and HTTP authentication (401) belong into the list of checks. {@code CcmpResource} is the one resource
 * that there always is; its {@code CcmpExchange} knows the codec and nothing of HTTP; the handlers know HTTP and nothing of CCMP.
 *
 * <p>Handlers tell each other where the connection stands by the user events of {@code ConnectionEvent}. They ignore the futures of what
 * they write: {@code Persistence} sees every answer pass and attends to the outcome.
 */
@NullMarked
package io.parley.http;

import org.jspecify.annotations.NullMarked;
