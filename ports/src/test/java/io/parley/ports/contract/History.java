package io.parley.ports.contract;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.ports.out.ConferenceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What transactions did to a store, and the judgement on whether they could have done it one after the other.
 *
 * <p>The order in which a listener hears of the changes must be such an order: the transactions that changed something are run again in
 * it, one at a time, and must come to the same results and changes. Those that changed nothing must fit in somewhere. Nobody may
 * stand before one that had returned when he was called.
 */
final class History {

    private final AtomicLong ticks = new AtomicLong();
    private final AtomicInteger names = new AtomicInteger();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<Change> heard = new CopyOnWriteArrayList<>();

    /** One transaction: what it was to do, what its caller learned, and the ticks at which it was called and returned. */
    record Entry(
            String name,
            Function<Snapshot, Outcome<List<String>>> work,
            List<String> result,
            long called,
            long returned) {}

    /** Runs {@code script} on {@code store}, and what comes between its steps. */
    void run(ConferenceStore store, Script script) {
        String name = "t" + names.incrementAndGet();
        AtomicInteger runs = new AtomicInteger();
        Function<Snapshot, Outcome<List<String>>> work = script.work(name, other -> {
            if (runs.get() == 1) {
                run(store, other);
            }
        });
        long called = ticks.incrementAndGet();
        List<String> result = store.transact(snapshot -> {
            runs.incrementAndGet();
            return work.apply(snapshot);
        });
        add(new Entry(name, script.work(name, other -> {}), result, called, ticks.incrementAndGet()));
    }

    void add(Entry entry) {
        entries.put(entry.name(), entry);
    }

    /** A change that a listener heard of. */
    void hear(Change change) {
        heard.add(change);
    }

    /** Fails unless all that happened is serial, and leads to {@code end}. */
    void mustBeSerial(List<Conference> end) {
        List<Entry> writers = new ArrayList<>();
        List<SerialModel> states = new ArrayList<>(List.of(SerialModel.EMPTY));
        for (List<Change> group : groups()) {
            Entry writer = entry(group.get(0));
            SerialModel before = states.get(states.size() - 1);
            Outcome<List<String>> outcome = writer.work().apply(before);
            require(outcome.result().equals(writer.result()), writer, "saw", outcome.result());
            require(before.changes(outcome).equals(group), writer, "changed", group);
            require(
                    writers.stream().noneMatch(earlier -> earlier.called() > writer.returned()),
                    writer,
                    "came",
                    "late");
            require(!writers.contains(writer), writer, "was heard of", "twice");
            writers.add(writer);
            states.add(before.after(group));
        }
        List<Conference> last = new ArrayList<>();
        states.get(states.size() - 1).all().forEach(last::add);
        if (!last.equals(end)) {
            throw new AssertionError("the store holds " + end + ", and the changes lead to " + last);
        }
        fitIn(writers, states);
    }

    /** The changes of each transaction, in the order in which they were heard. */
    private List<List<Change>> groups() {
        List<List<Change>> groups = new ArrayList<>();
        Optional<Change> previous = Optional.empty();
        for (Change change : heard) {
            if (previous.filter(before ->
                            before.cause().action().equals(change.cause().action()))
                    .isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(change);
            previous = Optional.of(change);
        }
        return groups;
    }

    private Entry entry(Change change) {
        return Optional.ofNullable(entries.get(change.cause().action()))
                .orElseThrow(() -> new AssertionError("heard of " + change + ", which nobody did"));
    }

    /** Finds for every transaction that changed nothing the earliest state that explains its result. */
    private void fitIn(List<Entry> writers, List<SerialModel> states) {
        List<Entry> readers = new ArrayList<>(entries.values());
        readers.removeAll(writers);
        readers.sort(Comparator.comparingLong(Entry::called));
        Map<Entry, Integer> places = new ConcurrentHashMap<>();
        for (Entry reader : readers) {
            int earliest = 0;
            int latest = writers.size();
            for (int i = 0; i < writers.size(); i++) {
                earliest = writers.get(i).returned() < reader.called() ? i + 1 : earliest;
                latest = writers.get(i).called() > reader.returned() ? Math.min(latest, i) : latest;
            }
            for (Map.Entry<Entry, Integer> other : places.entrySet()) {
                if (other.getKey().returned() < reader.called()) {
                    earliest = Math.max(earliest, other.getValue());
                }
            }
            places.put(reader, place(reader, earliest, latest, states));
        }
    }

    private static int place(Entry reader, int earliest, int latest, List<SerialModel> states) {
        for (int place = earliest; place <= latest; place++) {
            Outcome<List<String>> outcome = reader.work().apply(states.get(place));
            if (outcome.stored().isEmpty()
                    && outcome.removed().isEmpty()
                    && outcome.result().equals(reader.result())) {
                return place;
            }
        }
        throw new AssertionError(reader.name() + " saw " + reader.result() + ", which no state between " + earliest
                + " and " + latest + " explains");
    }

    private static void require(boolean holds, Entry entry, String verb, Object what) {
        if (!holds) {
            throw new AssertionError(
                    entry.name() + " with the result " + entry.result() + " could not have been: " + verb + " " + what);
        }
    }
}
