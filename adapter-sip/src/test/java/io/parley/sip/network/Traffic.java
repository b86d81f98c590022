package io.parley.sip.network;

import io.parley.sip.message.SipMessage;
import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * A message that was sent, whether it arrived or not.
 *
 * @param time when
 * @param from the address on which its sender listens
 * @param to the address on which its receiver listens
 * @param message the message as it was sent
 */
public record Traffic(Instant time, InetSocketAddress from, InetSocketAddress to, SipMessage message) {}
