/**
 * The client of CCMP over HTTP (RFC 6503 sections 4.4 and 9), and how it finds its server (section 7).
 *
 * <p>A {@link io.parley.http.client.Sender} writes requests, a {@link io.parley.http.client.CcmpClient} brings them to the server, a
 * {@link io.parley.http.client.CcmpResult} is what the server says. {@link io.parley.http.client.Capabilities} are what it can do, a
 * {@link io.parley.http.client.LocalCopy} is a conference as a client holds it.
 *
 * <p>A request on its way: {@code RequestRules} keep what a client must not send; {@code Call} tries one server after the other;
 * {@code Delivery} follows redirects, answers challenges and waits; {@code Attempt} is one request under its timer; {@code Connector}
 * opens connections, through a {@code Tunnel} where a proxy is in the way; {@code Connection} is where one is. {@code Messages} say what
 * an answer of HTTP means.
 *
 * <p>Not here: notifications, which a client has from the signalling protocol or from call-backs.
 */
@NullMarked
package io.parley.http.client;

import org.jspecify.annotations.NullMarked;
