package io.parley.sip.focus;

import io.parley.sip.stack.Peer;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells devices that come in from inside of the enterprise from those that come in from outside. Used by any number of threads. */
@FunctionalInterface
public interface Edge {

    /** Nobody knows, and nothing is told. */
    Edge NONE = peer -> Optional.empty();

    /** Whoever {@code external} holds of comes from outside, all others from inside. */
    static Edge of(Predicate<Peer> external) {
        return peer -> Optional.of(external.test(peer) ? AccessMethod.EXTERNAL : AccessMethod.INTERNAL);
    }

    /** How a device comes in that sends from {@code peer}; empty if that is unknown. */
    Optional<AccessMethod> accessOf(Peer peer);
}
