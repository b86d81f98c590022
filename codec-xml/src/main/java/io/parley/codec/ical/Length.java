package io.parley.codec.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length (RFC 5545 section 3.3.6): days are those of the calendar, whatever a clock is put forward or back; the rest is exact.
 *
 * @param days the days
 * @param rest the rest
 */
record Length(int days, Duration rest) {

    private static final Pattern FORM = Pattern.compile(
            "\\+?P(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?");
    private static final Duration LONGEST = Duration.ofDays(366);

    static Length exactly(Duration duration) throws UnreadableCalendarException {
        return new Length(0, duration).checked();
    }

    static Length of(String text) throws UnreadableCalendarException {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(java.util.Locale.ROOT));
        if (!matcher.matches()) {
            throw new UnreadableCalendarException(UnreadableCalendarException.excerpt(text) + " is no duration");
        }
        long days = 7 * number(matcher, 1) + number(matcher, 2);
        Duration rest = Duration.ofHours(number(matcher, 3))
                .plusMinutes(number(matcher, 4))
                .plusSeconds(number(matcher, 5));
        return new Length((int) Math.min(days, 7_000_000), rest).checked();
    }

    /** When what began at {@code local}, which is {@code start} in {@code zone}, is over. */
    Instant end(LocalDateTime local, Instant start, Zone zone) {
        return (days == 0 ? start : zone.at(local.plusDays(days))).plus(rest);
    }

    boolean isZero() {
        return days == 0 && rest.isZero();
    }

    /** A duration that it never exceeds. */
    Duration atMost() {
        return rest.plusDays(days == 0 ? 0 : days + 1L);
    }

    private Length checked() throws UnreadableCalendarException {
        if (rest.isNegative() || rest.plusDays(days).compareTo(LONGEST) > 0) {
            throw new UnreadableCalendarException("an occurrence lasts from no time to " + LONGEST.toDays() + " days");
        }
        return this;
    }

    private static long number(Matcher matcher, int group) {
        String figures = matcher.group(group);
        return figures == null ? 0 : Long.parseLong(figures);
    }
}
