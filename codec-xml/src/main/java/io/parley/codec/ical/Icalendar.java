package io.parley.codec.ical;

import io.parley.schedule.CalendarReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what an iCalendar object (RFC 5545) says of when something takes place: {@code DTSTART}, {@code DTEND} or {@code DURATION},
 * {@code RRULE}, {@code RDATE}, {@code EXDATE}, {@code RECURRENCE-ID} and {@code STATUS} of its events, in UTC, in a zone of the time zone
 * database, in one that a {@code VTIMEZONE} describes, or without a zone.
 *
 * <p>Lenient to what is seen in the field: indented texts, properties that stand outside an event, blanks around values. Strict about
 * what would make something take place at the wrong time: a rule, a zone or a time that cannot be understood is refused. What has no
 * length is taken for one hour.
 *
 * <p>Registers nothing anywhere, and may be used by any number of threads.
 */
public final class Icalendar implements CalendarReader {

    private static final int MOST_EVENTS = 100;

    private final ZoneId floating;

    private Icalendar(ZoneId floating) {
        this.floating = floating;
    }

    /** A reader that takes a time without a zone for one of UTC. */
    public static CalendarReader reader() {
        return reader(ZoneOffset.UTC);
    }

    /** A reader that takes a time without a zone for one of {@code floating}. */
    public static CalendarReader reader(ZoneId floating) {
        return new Icalendar(floating);
    }

    @Override
    public Reading read(String base) {
        try {
            return new Reading.Told(events(base));
        } catch (UnreadableCalendarException unreadable) {
            return new Reading.Refused("is no iCalendar object that can be read: " + unreadable.getMessage());
        }
    }

    private Events events(String text) throws UnreadableCalendarException {
        Component all = Component.of(ContentLines.of(text));
        List<Component> objects = all.within("VCALENDAR");
        List<Component> components = all.within("VEVENT");
        if (objects.isEmpty() && components.isEmpty()) {
            throw new UnreadableCalendarException("there is no BEGIN:VCALENDAR");
        }
        if (components.isEmpty()) {
            components = objects; // some say what they have to say without an event
        }
        if (components.size() > MOST_EVENTS) {
            throw new UnreadableCalendarException("it has more than " + MOST_EVENTS + " events");
        }
        boolean cancelled = objects.stream()
                .flatMap(object -> object.line("METHOD").stream())
                .anyMatch(method -> method.value().equalsIgnoreCase("CANCEL"));
        Zones zones = new Zones(all, floating);
        List<Event> events = new ArrayList<>();
        for (Component component : components) {
            events.add(Event.of(component, cancelled, zones));
        }
        return Events.of(events);
    }
}
