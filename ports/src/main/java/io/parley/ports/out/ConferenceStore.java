package io.parley.ports.out;

import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import java.util.function.Function;

/**
 * Keeps the conference objects, and changes several of them as one.
 *
 * <p>Contract:
 *
 * <ul>
 *   <li>{@link #transact} may be called by any number of threads at once. Transactions are serializable: the result of all is as if
 *       they had run one after the other, in an order that agrees with real time.
 *   <li>The work function is pure. It may be run again, against another snapshot, when something that it read was changed before
 *       its outcome could be stored; of {@link Snapshot#reaches} it has read the answer only; only the outcome of its last run counts. It runs on the calling thread, and no lock is held
 *       meanwhile.
 *   <li>All of an outcome is stored or nothing. What the work function throws reaches the caller and nothing is stored.
 *   <li>A stored state is a new object at version 1 or follows the state of the snapshot by exactly one version; anything else is an
 *       {@link IllegalStateException}, and nothing is stored.
 *   <li>Listeners hear of every stored and removed state once: for one conference in the order of the commits and without gaps, for one
 *       transaction in the order of the outcome. The changes of a transaction have been handed to the listeners, by whichever
 *       thread, before a read that began after {@link #transact} returned can be missed by them; with a single caller they have
 *       been handed out when it returns. What a listener throws is reported and reaches neither the other listeners nor the caller.
 *   <li>When {@link #transact} has returned, every transaction that begins afterwards sees what it stored.
 * </ul>
 */
public interface ConferenceStore {

    /** Stores the outcome that {@code work} makes of the current state, and gives its result. */
    <T> T transact(Function<Snapshot, Outcome<T>> work);

    /** Hands all later changes to {@code listener} as well. */
    void addListener(ChangeListener listener);
}
