package io.parley.codec.ical;

import io.parley.schedule.CalendarReader.Reading;
import io.parley.schedule.Occurrence;
import io.parley.schedule.Recurrence;
import io.parley.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Texts of iCalendar objects, and what is read from them. */
final class Calendars {

    private Calendars() {}

    /** An object with one event that has these lines. */
    static String event(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    static Recurrence read(String text) {
        return told(Icalendar.reader().read(text));
    }

    static Recurrence read(String text, String floating) {
        return told(Icalendar.reader(ZoneId.of(floating)).read(text));
    }

    private static Recurrence told(Reading reading) {
        if (reading instanceof Reading.Told told) {
            return told.recurrence();
        }
        throw new AssertionError(((Reading.Refused) reading).reason());
    }

    /** Why the text is refused. */
    static String refusal(String text) {
        return Icalendar.reader().read(text) instanceof Reading.Refused refused ? refused.reason() : "(it is read)";
    }

    /** The first starts. */
    static List<String> starts(Recurrence recurrence, int most) {
        return starts(recurrence, Schedule.LONG_AGO, most);
    }

    /** The first starts from {@code earliest} on. */
    static List<String> starts(Recurrence recurrence, Instant earliest, int most) {
        List<String> starts = new ArrayList<>();
        Iterator<Occurrence> occurrences = recurrence.from(earliest);
        while (starts.size() < most && occurrences.hasNext()) {
            starts.add(occurrences.next().start().toString());
        }
        return starts;
    }
}
