package io.parley.ports.out;

import io.parley.conference.Change;

/**
 * Hears of the changes of conferences; everything that leaves the system is derived from them.
 *
 * <p>Contract: called with the changes of one conference in order, without gaps, one at a time; changes of different conferences in an
 * order that agrees with the transactions. Must return soon and must not wait for another conference's change; may call the in-ports.
 */
@FunctionalInterface
public interface ChangeListener {

    /** {@code change} has been stored. */
    void changed(Change change);
}
