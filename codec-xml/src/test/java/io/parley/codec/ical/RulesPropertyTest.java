package io.parley.codec.ical;

import static io.parley.codec.ical.Calendars.event;
import static io.parley.codec.ical.Calendars.read;
import static io.parley.codec.ical.Calendars.starts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Occurrences against a naive enumeration, day by day, of daily, weekly and monthly rules in a zone whose clocks change. */
class RulesPropertyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int MOST = 40;
    private static final int DAYS = 1_100;

    enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    @Property(tries = 300)
    void occurrencesAreThoseOfANaiveEnumeration(
            @ForAll Frequency frequency,
            @ForAll @IntRange(min = 1, max = 5) int interval,
            @ForAll @IntRange(min = 0, max = 700) int day,
            @ForAll @IntRange(min = 0, max = 23) int hour,
            @ForAll Set<DayOfWeek> weekdays,
            @ForAll @IntRange(min = 0, max = 30) int count,
            @ForAll @IntRange(min = 0, max = 900) int later) {
        LocalDateTime start = LocalDate.of(2030, 1, 1).plusDays(day).atTime(hour, 30);
        Set<DayOfWeek> named = frequency == Frequency.WEEKLY ? weekdays : Set.of();
        String byDay = named.isEmpty()
                ? ""
                : ";BYDAY="
                        + named.stream()
                                .map(weekday -> weekday.name().substring(0, 2))
                                .collect(Collectors.joining(","));
        String rule = "FREQ=" + frequency + ";INTERVAL=" + interval + byDay + (count == 0 ? "" : ";COUNT=" + count);
        String text =
                event("DTSTART;TZID=Europe/Berlin:" + start.toString().replaceAll("[-:]", "") + "00", "RRULE:" + rule);
        Instant earliest = start.plusDays(later - 100L).atZone(BERLIN).toInstant();

        List<String> expected = naive(frequency, interval, start, named, count).stream()
                .filter(instant -> !instant.isBefore(earliest))
                .limit(MOST)
                .map(Instant::toString)
                .toList();

        Instant horizon = start.plusDays(DAYS).atZone(BERLIN).toInstant();
        assertThat(starts(read(text), earliest, MOST).stream()
                        .filter(found -> Instant.parse(found).isBefore(horizon))
                        .toList())
                .as(text)
                .isEqualTo(expected);
    }

    /** The instants of the first {@value #DAYS} days; the start is the first in any case. */
    private static List<Instant> naive(
            Frequency frequency, int interval, LocalDateTime start, Set<DayOfWeek> weekdays, int count) {
        Set<DayOfWeek> days = weekdays.isEmpty() ? EnumSet.of(start.getDayOfWeek()) : EnumSet.copyOf(weekdays);
        List<Instant> found = new ArrayList<>();
        LocalTime time = start.toLocalTime();
        LocalDate first = start.toLocalDate();
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        for (LocalDate date = first; date.isBefore(first.plusDays(DAYS)); date = date.plusDays(1)) {
            boolean named = switch (frequency) {
                case DAILY -> ChronoUnit.DAYS.between(first, date) % interval == 0;
                case WEEKLY ->
                    ChronoUnit.WEEKS.between(monday, date) % interval == 0 && days.contains(date.getDayOfWeek());
                case MONTHLY ->
                    date.getDayOfMonth() == first.getDayOfMonth()
                            && ChronoUnit.MONTHS.between(first.withDayOfMonth(1), date.withDayOfMonth(1)) % interval
                                    == 0;
            };
            if ((named || date.equals(first)) && (count == 0 || found.size() < count)) {
                found.add(date.atTime(time).atZone(BERLIN).toInstant());
            }
        }
        return found;
    }
}
