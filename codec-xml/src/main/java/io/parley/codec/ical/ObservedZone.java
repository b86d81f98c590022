package io.parley.codec.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time zone as a {@code VTIMEZONE} describes it (RFC 5545 section 3.6.5): each observance from its onsets on. */
final class ObservedZone implements Zone {

    private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{2}):?([0-9]{2}):?([0-9]{2})?");
    private static final int MOST_OBSERVANCES = 100;

    private final List<Observance> observances;

    /** One of the two clocks; {@code until} is the last onset in UTC. */
    private record Observance(
            LocalDateTime start,
            ZoneOffset from,
            ZoneOffset to,
            Optional<Rule> rule,
            Optional<Until> until,
            List<LocalDateTime> dates) {

        /** The last onset up to {@code local}, which is told by the clock before it. */
        Optional<LocalDateTime> onset(LocalDateTime local) {
            LocalDateTime last = start;
            if (last.isAfter(local)) {
                return Optional.empty();
            }
            for (LocalDateTime date : dates) {
                last = !date.isAfter(local) && date.isAfter(last) ? date : last;
            }
            if (rule.isPresent()) {
                Iterator<LocalDateTime> onsets = rule.get().from(start, local.minusDays(400));
                while (onsets.hasNext()) {
                    LocalDateTime onset = onsets.next();
                    if (onset.isAfter(local)) {
                        break;
                    }
                    if (until.isPresent() && !until.get().admits(onset.toInstant(from))) {
                        return Optional.of(last.isAfter(start) ? last : lastUntil());
                    }
                    last = onset.isAfter(last) ? onset : last;
                }
            }
            return Optional.of(last);
        }

        /** The last onset of a rule that has run out. */
        private LocalDateTime lastUntil() {
            LocalDateTime last = start;
            Iterator<LocalDateTime> onsets = rule.orElseThrow().from(start, start);
            while (onsets.hasNext()) {
                LocalDateTime onset = onsets.next();
                if (!until.orElseThrow().admits(onset.toInstant(from))) {
                    break;
                }
                last = onset;
            }
            return last;
        }
    }

    private ObservedZone(List<Observance> observances) {
        this.observances = observances;
    }

    static Zone of(Component zone) throws UnreadableCalendarException {
        List<Observance> observances = new ArrayList<>();
        for (Component component : zone.components()) {
            if (component.name().equals("STANDARD") || component.name().equals("DAYLIGHT")) {
                observances.add(observance(component));
            }
        }
        if (observances.isEmpty() || observances.size() > MOST_OBSERVANCES) {
            throw new UnreadableCalendarException("a VTIMEZONE has " + observances.size() + " observances");
        }
        return new ObservedZone(List.copyOf(observances));
    }

    private static Observance observance(Component component) throws UnreadableCalendarException {
        LocalDateTime start = Moments.local(Moments.required(component, "DTSTART"));
        List<LocalDateTime> dates = new ArrayList<>();
        for (ContentLine line : component.all("RDATE")) {
            for (String date : line.value().split(",", -1)) {
                dates.add(Moments.local(date));
            }
        }
        ZoneOffset from = offset(Moments.required(component, "TZOFFSETFROM"));
        Optional<ContentLine> rule = component.line("RRULE");
        if (rule.isEmpty()) {
            return new Observance(
                    start,
                    from,
                    offset(Moments.required(component, "TZOFFSETTO")),
                    Optional.empty(),
                    Optional.empty(),
                    dates);
        }
        Rule read = Rule.of(rule.get().value());
        if (!read.isYearly()) {
            throw new UnreadableCalendarException("the RRULE of a VTIMEZONE is not yearly");
        }
        Optional<Until> until = Until.of(read.until(), local -> local.toInstant(from));
        return new Observance(
                start, from, offset(Moments.required(component, "TZOFFSETTO")), Optional.of(read), until, dates);
    }

    private static ZoneOffset offset(String text) throws UnreadableCalendarException {
        Matcher matcher = OFFSET.matcher(text);
        if (matcher.matches()) {
            int seconds = Integer.parseInt(matcher.group(2)) * 3600
                    + Integer.parseInt(matcher.group(3)) * 60
                    + (matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)));
            if (seconds <= ZoneOffset.MAX.getTotalSeconds()) {
                return ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
            }
        }
        throw new UnreadableCalendarException(UnreadableCalendarException.excerpt(text) + " is no offset from UTC");
    }

    @Override
    public Instant at(LocalDateTime local) {
        Optional<Observance> current = Optional.empty();
        LocalDateTime since = LocalDateTime.MIN;
        for (Observance observance : observances) {
            Optional<LocalDateTime> onset = observance.onset(local);
            if (onset.isPresent() && !onset.get().isBefore(since)) {
                current = Optional.of(observance);
                since = onset.get();
            }
        }
        if (current.isEmpty()) {
            return local.toInstant(observances.get(0).from());
        }
        ZoneOffset before = current.get().from();
        ZoneOffset after = current.get().to();
        boolean skipped = local.isBefore(since.plusSeconds((long) after.getTotalSeconds() - before.getTotalSeconds()));
        return local.toInstant(skipped ? before : after);
    }
}
