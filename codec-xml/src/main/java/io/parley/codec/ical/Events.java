package io.parley.codec.ical;

import io.parley.schedule.Occurrence;
import io.parley.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events of one object. The first is the one that it is about; one that takes the place of an occurrence of another in the same
 * object does so here.
 *
 * @param series one an event
 */
record Events(List<EventSeries> series) implements Recurrence {

    static Events of(List<Event> events) throws UnreadableCalendarException {
        List<EventSeries> series = new ArrayList<>();
        for (Event event : events) {
            Set<Instant> replaced = new HashSet<>();
            if (event.replaces().isEmpty()) {
                events.stream()
                        .filter(other -> other.uid().equals(event.uid()))
                        .forEach(other -> other.replaces().ifPresent(replaced::add));
            }
            series.add(EventSeries.of(event, replaced));
        }
        // The one that recurs comes first, and those that take the place of some of its occurrences after it.
        series.sort(Comparator.comparing(one -> one.event().replaces().isPresent()));
        return new Events(List.copyOf(series));
    }

    @Override
    public Occurrence origin() {
        return series.get(0).origin();
    }

    @Override
    public Iterator<Occurrence> from(Instant earliest) {
        Merged<Occurrence> merged = new Merged<>(Comparator.comparing(Occurrence::start));
        series.forEach(one -> merged.add(one.from(earliest)));
        return merged;
    }

    @Override
    public Duration longest() {
        return series.stream()
                .map(EventSeries::longest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public Optional<String> uid() {
        return series.get(0).event().uid();
    }

    @Override
    public Optional<Instant> replaces() {
        return series.get(0).event().replaces();
    }
}
