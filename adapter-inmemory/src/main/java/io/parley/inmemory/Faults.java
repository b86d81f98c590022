package io.parley.inmemory;

import io.parley.ports.out.ConferenceStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The script of what goes wrong in a {@link ConferenceStore}, so that conference logic can be tested with faults and races that happen
 * when a test wants them:
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * ConferenceStore store = faults.in(new InMemoryConferenceStore());
 * faults.failCommit(2);                                  // the second commit stores nothing and throws StoreFault
 * faults.runAgain(3);                                    // the next work is run three times in vain first
 * faults.beforeCommit(() -> store.transact(quickWork));  // somebody is quicker than the next change
 * }</pre>
 *
 * <p>Each fault happens once. A commit is a transaction that changes something; one whose work runs again because of a conflict is
 * still one. May be used by any number of threads at once, but only one at a time can foresee whom a fault hits.
 */
public final class Faults {

    private final Map<Long, Fault> faults = new HashMap<>();
    private final Deque<Runnable> interruptions = new ArrayDeque<>();
    private long commits;
    private int vainRuns;

    enum Fault {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** Nothing goes wrong. */
    public Faults() {}

    /** {@code store}, except for what goes wrong. */
    public ConferenceStore in(ConferenceStore store) {
        return new FaultyStore(store, this);
    }

    /** The {@code number}-th commit from here, 1 for the next one, throws a {@link StoreFault} and stores nothing. */
    public Faults failCommit(int number) {
        return fault(number, Fault.BEFORE_COMMIT);
    }

    /** The {@code number}-th commit from here, 1 for the next one, stores everything and throws a {@link StoreFault} nevertheless. */
    public Faults failAfterCommit(int number) {
        return fault(number, Fault.AFTER_COMMIT);
    }

    private synchronized Faults fault(int number, Fault fault) {
        if (number < 1) {
            throw new IllegalArgumentException("the next commit is number 1, there is no number " + number);
        }
        faults.put(commits + number, fault);
        return this;
    }

    /** The work of the next transaction is run {@code times} times more, the outcome of which is thrown away. */
    public synchronized Faults runAgain(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("work cannot run again " + times + " times");
        }
        vainRuns = times;
        return this;
    }

    /**
     * Runs {@code interruption} between the work and the commit of the next transaction that changes something, on its thread. It may
     * use the same store, and if it changes what the transaction read, the work runs again. Several are used by one commit each.
     */
    public synchronized Faults beforeCommit(Runnable interruption) {
        interruptions.add(interruption);
        return this;
    }

    synchronized Optional<Fault> nextCommit() {
        return Optional.ofNullable(faults.remove(++commits));
    }

    synchronized Optional<Runnable> nextInterruption() {
        return Optional.ofNullable(interruptions.poll());
    }

    synchronized int nextVainRuns() {
        int runs = vainRuns;
        vainRuns = 0;
        return runs;
    }
}
