package io.parley.codec.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code VEVENT} says of its times (RFC 5545 section 3.6.1).
 *
 * @param uid its name
 * @param replaces the start of the one occurrence of that name that it takes the place of
 * @param cancelled whether it does not take place
 * @param zone the zone of its start
 * @param start its start
 * @param length how long each occurrence takes
 * @param rules when it recurs
 * @param dates further times, with an end where they have one of their own
 * @param exceptions the starts that are left out
 * @param exceptionDays the days, in its zone, that are left out
 */
record Event(
        Optional<String> uid,
        Optional<Instant> replaces,
        boolean cancelled,
        Zone zone,
        LocalDateTime start,
        Length length,
        List<Rule> rules,
        Map<Instant, Optional<Instant>> dates,
        Set<Instant> exceptions,
        Set<LocalDate> exceptionDays) {

    /** What a time without any length is taken for: without it nothing would ever be running. */
    private static final Duration UNSTATED = Duration.ofHours(1);

    private static final int MOST_DATES = 1_000;
    private static final int MOST_RULES = 4;

    /** Reads an event; the component may be any that states a start. */
    static Event of(Component event, boolean cancelled, Zones zones) throws UnreadableCalendarException {
        Moments.required(event, "DTSTART");
        ContentLine start = event.line("DTSTART").orElseThrow();
        Zone zone = zone(start, zones);
        Optional<ContentLine> recurrenceId = event.line("RECURRENCE-ID");
        if (recurrenceId.flatMap(line -> line.parameter("RANGE")).isPresent()) {
            throw new UnreadableCalendarException(
                    "RECURRENCE-ID;RANGE is not known: state the later ones on their own");
        }
        Times dates = new Times(zones);
        for (ContentLine line : event.all("RDATE")) {
            dates.add(line);
        }
        Times exceptions = new Times(zones);
        for (ContentLine line : event.all("EXDATE")) {
            exceptions.add(line);
        }
        return new Event(
                event.line("UID").map(ContentLine::value),
                recurrenceId.isPresent() ? Optional.of(instant(recurrenceId.get(), zones)) : Optional.empty(),
                cancelled
                        || event.line("STATUS")
                                .filter(status -> status.value().equalsIgnoreCase("CANCELLED"))
                                .isPresent(),
                zone,
                Moments.local(start.value()),
                length(event, start, zone, zones),
                rules(event),
                dates.instants,
                exceptions.instants.keySet(),
                exceptions.days);
    }

    private static List<Rule> rules(Component event) throws UnreadableCalendarException {
        List<Rule> rules = new ArrayList<>();
        for (ContentLine line : event.all("RRULE")) {
            rules.add(Rule.of(line.value()));
        }
        if (rules.size() > MOST_RULES) {
            throw new UnreadableCalendarException(event.name() + " has more than " + MOST_RULES + " RRULEs");
        }
        return rules;
    }

    private static Length length(Component event, ContentLine start, Zone zone, Zones zones)
            throws UnreadableCalendarException {
        Optional<ContentLine> end = event.line("DTEND");
        Optional<ContentLine> duration = event.line("DURATION");
        Length length;
        if (end.isPresent()) {
            length = Length.exactly(Duration.between(zone.at(Moments.local(start.value())), instant(end.get(), zones)));
        } else if (duration.isPresent()) {
            length = Length.of(duration.get().value());
        } else {
            length = new Length(Moments.isDate(start.value()) ? 1 : 0, Duration.ZERO);
        }
        return length.isZero() ? Length.exactly(UNSTATED) : length;
    }

    private static Zone zone(ContentLine line, Zones zones) throws UnreadableCalendarException {
        if (Moments.isUtc(line.value())) {
            return Zone.UTC;
        }
        Optional<String> id = line.parameter("TZID");
        return id.isPresent() ? zones.named(id.get()) : zones.floating();
    }

    private static Instant instant(ContentLine line, Zones zones) throws UnreadableCalendarException {
        return zone(line, zones).at(Moments.local(line.value()));
    }

    /** Its first start. */
    Instant firstStart() {
        return zone.at(start);
    }

    /** The times that a property with any number of values lists. */
    private static final class Times {
        private final Zones zones;
        private final Map<Instant, Optional<Instant>> instants = new HashMap<>();
        private final Set<LocalDate> days = new HashSet<>();

        Times(Zones zones) {
            this.zones = zones;
        }

        void add(ContentLine line) throws UnreadableCalendarException {
            for (String value : line.value().split(",", -1)) {
                int slash = value.indexOf('/');
                String begin = slash < 0 ? value : value.substring(0, slash);
                ContentLine one = new ContentLine(line.name(), line.parameters(), begin);
                LocalDateTime local = Moments.local(begin);
                Instant instant = instant(one, zones);
                instants.put(instant, slash < 0 ? Optional.empty() : Optional.of(end(one, value.substring(slash + 1))));
                if (Moments.isDate(begin)) {
                    days.add(local.toLocalDate());
                }
                if (instants.size() > MOST_DATES) {
                    throw new UnreadableCalendarException(line.name() + " lists more than " + MOST_DATES);
                }
            }
        }

        private Instant end(ContentLine begin, String end) throws UnreadableCalendarException {
            Zone zone = zone(begin, zones);
            LocalDateTime local = Moments.local(begin.value());
            Instant start = zone.at(local);
            Length length = end.startsWith("P")
                    ? Length.of(end)
                    : Length.exactly(Duration.between(
                            start, instant(new ContentLine(begin.name(), begin.parameters(), end), zones)));
            return (length.isZero() ? Length.exactly(UNSTATED) : length).end(local, start, zone);
        }
    }
}
