package io.parley.codec.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times (RFC 5545 sections 3.3.4 and 3.3.5). Beyond the letter of it, seconds may be missing, blanks, dashes and colons may
 * stand between the figures, and letters may be small.
 */
final class Moments {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?");
    private static final Pattern PUNCTUATION = Pattern.compile("[-:\\s]");
    private static final int FIRST_YEAR = 1900;

    private Moments() {}

    /** The value of a property without which the component says nothing. */
    static String required(Component component, String property) throws UnreadableCalendarException {
        return component
                .line(property)
                .orElseThrow(() -> new UnreadableCalendarException(component.name() + " has no " + property))
                .value();
    }

    static boolean isDate(String text) {
        Matcher matcher = matcher(text);
        return matcher.matches() && matcher.group(4) == null;
    }

    static boolean isUtc(String text) {
        Matcher matcher = matcher(text);
        return matcher.matches() && matcher.group(7) != null;
    }

    /** The figures of a date or time; a date begins at midnight. */
    static LocalDateTime local(String text) throws UnreadableCalendarException {
        Matcher matcher = matcher(text);
        if (matcher.matches()) {
            try {
                LocalDateTime local = LocalDateTime.of(
                        number(matcher, 1),
                        number(matcher, 2),
                        number(matcher, 3),
                        number(matcher, 4),
                        number(matcher, 5),
                        Math.min(59, number(matcher, 6))); // leap seconds are none here
                if (local.getYear() >= FIRST_YEAR) {
                    return local;
                }
            } catch (DateTimeException outOfRange) {
                // said below
            }
        }
        throw new UnreadableCalendarException(
                UnreadableCalendarException.excerpt(text) + " is no date or time since " + FIRST_YEAR);
    }

    private static int number(Matcher matcher, int group) {
        String figures = matcher.group(group);
        return figures == null ? 0 : Integer.parseInt(figures);
    }

    private static Matcher matcher(String text) {
        return FORM.matcher(PUNCTUATION.matcher(text).replaceAll("").toUpperCase(java.util.Locale.ROOT));
    }
}
