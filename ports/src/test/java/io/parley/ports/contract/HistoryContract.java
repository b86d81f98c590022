package io.parley.ports.contract;

import io.parley.ports.out.ConferenceStore;
import java.util.List;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** That whatever transactions do to a {@link ConferenceStore}, they could have done it one after the other. */
public interface HistoryContract {

    /** How many transactions a thread runs. */
    int LONG = 200;

    /** How many threads there are. */
    int WIDE = 4;

    /** A new store without conferences. */
    ConferenceStore store();

    /** Transactions one after the other, each with others inside. */
    @Provide
    default Arbitrary<List<Script>> schedules() {
        return Scripts.nested(2).list().ofMinSize(1).ofMaxSize(4);
    }

    /** The transactions of each thread; each lets others go ahead between its steps. */
    @Provide
    default Arbitrary<List<List<Script>>> crowds() {
        return Scripts.hesitant().list().ofSize(LONG).list().ofSize(WIDE);
    }

    @Property(tries = 500)
    default void transactionsThatOvertakeEachOtherHaveASerialOrder(@ForAll("schedules") List<Script> scripts) {
        ConferenceStore store = store();
        History history = new History();
        store.addListener(history::hear);
        scripts.forEach(script -> history.run(store, script));
        history.mustBeSerial(Transactions.all(store));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    default void transactionsOfManyThreadsHaveASerialOrder(@ForAll("crowds") List<List<Script>> crowd) {
        ConferenceStore store = store();
        History history = new History();
        store.addListener(history::hear);
        List<Callable<String>> threads = crowd.stream()
                .<Callable<String>>map(scripts -> () -> {
                    scripts.forEach(script -> history.run(store, script));
                    return "done";
                })
                .toList();
        Crowd.together(threads);
        history.mustBeSerial(Transactions.all(store));
    }
}
