package io.parley.inmemory;

import io.parley.ports.out.Scheduler;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** Tasks by their time, those of one time in the order in which they came. May be used by any number of threads at once. */
final class Agenda {

    private final AtomicLong count = new AtomicLong();
    private final ConcurrentSkipListSet<Entry> entries = new ConcurrentSkipListSet<>();

    private record Entry(Instant time, long number, Runnable task) implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::time).thenComparing(Entry::number);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds {@code task}; takes O(log n) steps, and so does cancelling it. */
    Scheduler.Task add(Instant time, Runnable task) {
        Entry entry = new Entry(time, count.getAndIncrement(), task);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    Optional<Instant> next() {
        return entries.stream().findFirst().map(Entry::time);
    }

    /** Removes the first task, if its time has come. */
    Optional<Runnable> takeDue(Instant now) {
        for (Entry entry : entries) {
            if (entry.time().isAfter(now)) {
                break;
            }
            if (entries.remove(entry)) {
                return Optional.of(entry.task());
            }
        }
        return Optional.empty();
    }

    int size() {
        return entries.size();
    }

    void clear() {
        entries.clear();
    }
}
