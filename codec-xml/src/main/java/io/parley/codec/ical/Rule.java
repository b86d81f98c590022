package io.parley.codec.ical;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RFC 5545 section 3.3.10), expanded in local time by lib-recur. {@code UNTIL} and {@code COUNT} are for the caller,
 * who knows the time zone and what else counts.
 *
 * <p>What would let a short text cause much work is refused: frequencies of minutes and seconds, long intervals and lists, many times
 * a day. A rule of which nothing comes for some thousand periods is over; lib-recur gives up then.
 */
final class Rule {

    private static final EnumSet<Freq> TOO_OFTEN = EnumSet.of(Freq.MINUTELY, Freq.SECONDLY);
    private static final int LONGEST_INTERVAL = 1_000;
    private static final int LONGEST_LIST = 62;
    private static final int MOST_TIMES_A_DAY = 24;
    private static final int LAST_YEAR = 9999;

    private final RecurrenceRule rule;
    private final Optional<String> until;
    private final Optional<Integer> count;

    private Rule(RecurrenceRule rule, Optional<String> until, Optional<Integer> count) {
        this.rule = rule;
        this.until = until;
        this.count = count;
    }

    static Rule of(String text) throws UnreadableCalendarException {
        Map<String, String> parts = parts(text);
        Optional<String> until = Optional.ofNullable(parts.remove("UNTIL"));
        Optional<Integer> count = count(Optional.ofNullable(parts.remove("COUNT")));
        if (!parts.getOrDefault("RSCALE", "GREGORIAN").equals("GREGORIAN")) {
            throw refused(text, "only the Gregorian calendar is known");
        }
        Rule rule = new Rule(parsed(text, parts), until, count);
        rule.check(text);
        return rule;
    }

    private static Map<String, String> parts(String text) throws UnreadableCalendarException {
        Map<String, String> parts = new TreeMap<>();
        for (String part : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (part.isEmpty() || part.startsWith("X-")) {
                continue;
            }
            if (equals < 1 || parts.putIfAbsent(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw refused(
                        text, UnreadableCalendarException.excerpt(part) + " is no part of a rule, or there twice");
            }
        }
        return parts;
    }

    private static Optional<Integer> count(Optional<String> text) throws UnreadableCalendarException {
        if (text.isPresent() && !text.get().matches("0*[1-9][0-9]{0,8}")) {
            throw new UnreadableCalendarException("COUNT of RRULE: " + UnreadableCalendarException.excerpt(text.get())
                    + " is no number of occurrences");
        }
        return text.map(Integer::valueOf);
    }

    private static RecurrenceRule parsed(String text, Map<String, String> parts) throws UnreadableCalendarException {
        List<String> joined = new ArrayList<>();
        parts.forEach((name, value) -> joined.add(name + "=" + value));
        try {
            return new RecurrenceRule(String.join(";", joined), RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | RuntimeException invalid) {
            throw refused(text, String.valueOf(invalid.getMessage()));
        }
    }

    private void check(String text) throws UnreadableCalendarException {
        if (TOO_OFTEN.contains(rule.getFreq())) {
            throw refused(text, "nothing takes place more often than every hour");
        }
        if (rule.getInterval() > LONGEST_INTERVAL) {
            throw refused(text, "its interval is longer than " + LONGEST_INTERVAL);
        }
        for (RecurrenceRule.Part part : RecurrenceRule.Part.values()) {
            if (size(part) > LONGEST_LIST) {
                throw refused(text, part + " lists more than " + LONGEST_LIST);
            }
        }
        int times = Math.max(1, size(RecurrenceRule.Part.BYHOUR))
                * Math.max(1, size(RecurrenceRule.Part.BYMINUTE))
                * Math.max(1, size(RecurrenceRule.Part.BYSECOND));
        if (times > MOST_TIMES_A_DAY) {
            throw refused(text, "it names more than " + MOST_TIMES_A_DAY + " times of a day");
        }
    }

    private int size(RecurrenceRule.Part part) {
        if (!part.name().startsWith("BY") || !rule.hasPart(part)) {
            return 0;
        }
        return part == RecurrenceRule.Part.BYDAY
                ? rule.getByDayPart().size()
                : rule.getByPart(part).size();
    }

    boolean isYearly() {
        return rule.getFreq() == Freq.YEARLY;
    }

    /** Its {@code UNTIL}, as written. */
    Optional<String> until() {
        return until;
    }

    /** Its {@code COUNT}. */
    Optional<Integer> count() {
        return count;
    }

    /** The times of what begins at {@code start} that are not before {@code earliest}. */
    Iterator<LocalDateTime> from(LocalDateTime start, LocalDateTime earliest) {
        try {
            RecurrenceRuleIterator times = rule.iterator(dateTime(start));
            if (earliest.isAfter(start)) {
                times.fastForward(dateTime(earliest));
            }
            return new Times(times);
        } catch (RuntimeException nothingComes) {
            return Collections.emptyIterator();
        }
    }

    private static DateTime dateTime(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static UnreadableCalendarException refused(String text, String reason) {
        return new UnreadableCalendarException("RRULE " + UnreadableCalendarException.excerpt(text) + ": " + reason);
    }

    /** Ends where lib-recur finds nothing more, or the years have five figures. */
    private static final class Times implements Iterator<LocalDateTime> {
        private final RecurrenceRuleIterator times;
        private @Nullable LocalDateTime next;

        Times(RecurrenceRuleIterator times) {
            this.times = times;
            look();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LocalDateTime next() {
            LocalDateTime current = next;
            if (current == null) {
                throw new NoSuchElementException();
            }
            advance();
            return current;
        }

        private void advance() {
            next = null;
            try {
                times.nextMillis();
                look();
            } catch (RuntimeException nothingComes) {
                // lib-recur has looked at some thousand periods in vain.
            }
        }

        private void look() {
            if (times.hasNext()) {
                DateTime time = times.peekDateTime();
                if (time.getYear() <= LAST_YEAR) {
                    next = LocalDateTime.of(
                            time.getYear(),
                            time.getMonth() + 1,
                            time.getDayOfMonth(),
                            time.getHours(),
                            time.getMinutes(),
                            time.getSeconds());
                }
            }
        }
    }
}
