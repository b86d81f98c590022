/**
 * Who sent a SIP request: Digest (RFC 3261 section 22, RFC 7616, RFC 8760), certificates of clients, and what trusted proxies assert
 * (RFC 3325). On the other side: what a client answers to a challenge.
 *
 * <p>{@code Nonces} has a twin at HTTP, as adapters do not know each other and what seals a nonce is no matter of the core; the two keep apart what
 * is kept apart: a nonce of one protocol is worth nothing at the other.
 *
 * <p>Not here: what somebody may do, and the passwords, which are behind {@link io.parley.ports.out.DigestSecrets}.
 */
@NullMarked
package io.parley.sip.authentication;

import org.jspecify.annotations.NullMarked;
