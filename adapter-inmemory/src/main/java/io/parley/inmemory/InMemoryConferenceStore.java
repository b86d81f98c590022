package io.parley.inmemory;

import io.parley.conference.Change;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.ConferenceStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Keeps the conference objects in the memory of this process.
 *
 * <p>The whole state is one immutable value. A transaction reads one such value, remembers what it read, and is committed by replacing
 * the value that is current then, provided that all it read is in there unchanged; otherwise its work runs again. Transactions that
 * touch different conferences thus never make each other run again, one that only reads never runs twice, and commits wait for no
 * lock. A transaction that has been overtaken {@value #FREE_RUNS} times goes first from then on: those that would overtake it again
 * wait for it, though never longer than a fraction of a second.
 *
 * <p>Changes are handed to the listeners by the threads that commit, in the order of all commits, one at a time. A thread that commits
 * while another one hands out leaves its changes to that one and returns; so does a listener that calls {@link #transact}. A listener
 * hears exactly of what is committed after it was added. A slow listener holds up no commit but one thread and the memory of the
 * changes that wait for it.
 *
 * <p>All methods may be called by any number of threads at once. Nothing is kept when the process ends.
 */
public final class InMemoryConferenceStore implements ConferenceStore {

    static final int FREE_RUNS = 2;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Cell<State> root = new Cell<>(State.EMPTY);
    private final RightOfWay rightOfWay;
    private final Delivery delivery;

    /** An empty store that logs what its listeners throw. */
    public InMemoryConferenceStore() {
        this(Delivery::log);
    }

    /** An empty store that hands what a listener throws to {@code reporter}, with the change that the listener was told of. */
    public InMemoryConferenceStore(BiConsumer<Change, Throwable> reporter) {
        this(reporter, PATIENCE);
    }

    InMemoryConferenceStore(BiConsumer<Change, Throwable> reporter, Duration patience) {
        this.delivery = new Delivery(root, reporter);
        this.rightOfWay = new RightOfWay(patience);
    }

    @Override
    public <T> T transact(Function<Snapshot, Outcome<T>> work) {
        Transaction<T> transaction = settle(work);
        if (!transaction.changes().isEmpty()) {
            delivery.deliver();
        }
        return transaction.result();
    }

    /** Runs {@code work} until nothing that it read was changed meanwhile, and stores what it made of that. */
    private <T> Transaction<T> settle(Function<Snapshot, Outcome<T>> work) {
        Optional<RightOfWay.Pass> pass = Optional.empty();
        try {
            for (int runs = 1; ; runs++) {
                Transaction<T> transaction = Transaction.run(work, root.get());
                rightOfWay.giveWay(transaction.changes());
                if (store(transaction)) {
                    return transaction;
                }
                if (runs >= FREE_RUNS && pass.isEmpty()) {
                    pass = rightOfWay.ask(transaction);
                }
            }
        } finally {
            pass.ifPresent(rightOfWay::end);
        }
    }

    private boolean store(Transaction<?> transaction) {
        if (transaction.changes().isEmpty()) {
            return true;
        }
        State now = root.get();
        while (transaction.reads().holdIn(now)) {
            if (root.replace(now, now.after(transaction.changes()))) {
                return true;
            }
            now = root.get();
        }
        return false;
    }

    @Override
    public void addListener(ChangeListener listener) {
        root.change(state -> state.withListener(listener));
    }
}
