package io.parley.http;

import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until it is moved, and a scheduler that follows it, on the thread that moves it. */
final class Agenda implements Scheduler, InstantSource {

    private record Entry(Instant time, Runnable task) {}

    private final List<Entry> entries = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Task at(Instant time, Runnable task) {
        Entry entry = new Entry(time, task);
        entries.add(entry);
        return () -> cancel(entry);
    }

    private synchronized void cancel(Entry entry) {
        entries.remove(entry);
    }

    synchronized int waiting() {
        return entries.size();
    }

    /** How long it is until the next task. */
    synchronized Duration untilNext() {
        return Duration.between(now, next().orElseThrow().time());
    }

    synchronized void pass(Duration time) {
        Instant end = now.plus(time);
        for (Optional<Entry> due = next(); due.isPresent() && !due.get().time().isAfter(end); due = next()) {
            entries.remove(due.get());
            now = due.get().time();
            due.get().task().run();
        }
        now = end;
    }

    private Optional<Entry> next() {
        return entries.stream().min(Comparator.comparing(Entry::time));
    }
}
