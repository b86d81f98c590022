package io.parley.codec.ical;

import io.parley.schedule.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The occurrences of one event: its start, the times of its rules and its dates, without the exceptions (RFC 5545 section 3.8.5).
 *
 * @param event the event
 * @param replaced the starts of the occurrences that other events take the place of
 * @param untils up to when each of its rules goes
 */
record EventSeries(Event event, Set<Instant> replaced, List<Optional<Until>> untils) {

    private static final Comparator<Start> BY_TIME = Comparator.comparing(Start::instant);

    /** A start, as the clock tells it and in time; {@code end} if it has an end of its own. */
    private record Start(LocalDateTime local, Instant instant, Optional<Instant> end) {}

    static EventSeries of(Event event, Set<Instant> replaced) throws UnreadableCalendarException {
        List<Optional<Until>> untils = new java.util.ArrayList<>();
        for (Rule rule : event.rules()) {
            untils.add(Until.of(rule.until(), event.zone()));
        }
        return new EventSeries(event, Set.copyOf(replaced), List.copyOf(untils));
    }

    Occurrence origin() {
        return occurrence(first());
    }

    /** A length that no occurrence exceeds. */
    Duration longest() {
        Duration longest = event.length().atMost();
        for (var date : event.dates().entrySet()) {
            Duration own = Duration.between(date.getKey(), date.getValue().orElse(date.getKey()));
            longest = own.compareTo(longest) > 0 ? own : longest;
        }
        return longest;
    }

    Iterator<Occurrence> from(Instant earliest) {
        if (event.cancelled()) {
            return List.<Occurrence>of().iterator();
        }
        Merged<Start> starts = new Merged<>(BY_TIME);
        starts.add(List.of(first()).iterator());
        for (int i = 0; i < event.rules().size(); i++) {
            starts.add(recurring(event.rules().get(i), untils.get(i), earliest));
        }
        starts.add(dates(earliest));
        return new Chosen<>(
                starts, start -> takesPlace(start, earliest) ? Optional.of(occurrence(start)) : Optional.empty());
    }

    private Start first() {
        return new Start(event.start(), event.firstStart(), Optional.empty());
    }

    /** Dates before the start are none: nothing takes place before it. */
    private Iterator<Start> dates(Instant earliest) {
        TreeMap<Instant, Optional<Instant>> later = new TreeMap<>(event.dates());
        Instant from = earliest.isAfter(event.firstStart()) ? earliest : event.firstStart();
        return later.tailMap(from).entrySet().stream()
                .map(date -> new Start(
                        LocalDateTime.ofInstant(date.getKey(), ZoneOffset.UTC),
                        date.getKey(),
                        Optional.of(date.getValue()
                                .orElseGet(() -> event.length()
                                        .end(
                                                LocalDateTime.ofInstant(date.getKey(), ZoneOffset.UTC),
                                                date.getKey(),
                                                Zone.UTC)))))
                .iterator();
    }

    /** What a rule gives from about {@code earliest} on; from the beginning if it counts. The first start is counted, too. */
    private Iterator<Start> recurring(Rule rule, Optional<Until> until, Instant earliest) {
        boolean skips = rule.count().isEmpty() && earliest.isAfter(event.firstStart());
        LocalDateTime from =
                skips ? LocalDateTime.ofInstant(earliest, ZoneOffset.UTC).minusDays(2) : event.start();
        Iterator<LocalDateTime> times = rule.from(event.start(), from);
        return new Recurring(times, event, until, rule.count());
    }

    private boolean takesPlace(Start start, Instant earliest) {
        return !start.instant().isBefore(earliest)
                && !replaced.contains(start.instant())
                && !event.exceptions().contains(start.instant())
                && !event.exceptionDays().contains(start.local().toLocalDate());
    }

    private Occurrence occurrence(Start start) {
        return new Occurrence(
                start.instant(),
                start.end().orElseGet(() -> event.length().end(start.local(), start.instant(), event.zone())));
    }

    /** The times of a rule in time, each later than the one before, up to its end. */
    private static final class Recurring implements Iterator<Start> {
        private static final int MOST = 100_000;

        private final Iterator<LocalDateTime> times;
        private final Event event;
        private final Optional<Until> until;
        private Optional<Start> next = Optional.empty();
        private Instant last;
        private int left;

        Recurring(Iterator<LocalDateTime> times, Event event, Optional<Until> until, Optional<Integer> count) {
            this.times = times;
            this.event = event;
            this.until = until;
            this.last = event.firstStart();
            this.left = Math.min(MOST, count.orElse(MOST) - 1);
            advance();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Start next() {
            Start current = next.orElseThrow();
            advance();
            return current;
        }

        private void advance() {
            next = Optional.empty();
            while (next.isEmpty() && left > 0 && times.hasNext()) {
                LocalDateTime local = times.next();
                Instant instant = event.zone().at(local);
                if (until.filter(end -> !end.admits(instant)).isPresent()) {
                    left = 0;
                } else if (instant.isAfter(last)) {
                    next = Optional.of(new Start(local, instant, Optional.empty()));
                    last = instant;
                    left--;
                }
            }
        }
    }
}
