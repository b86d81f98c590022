package io.parley.conference;

import io.parley.identity.XconUserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a conference changed.
 *
 * @param action what was done, in the words of the protocol that asked for it, such as {@code confRequest/update}
 * @param by who asked for it; empty when the server acted by itself
 * @param at when it was decided
 */
public record Cause(String action, Optional<XconUserId> by, Instant at) {}
