package io.parley.schedule;

import io.parley.conference.ConferenceTime;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the schedules of conferences. Serves any number of threads. */
public final class Schedules {

    /** Reads nothing: every conference has an empty schedule, and no text is refused. */
    public static final Schedules NONE = new Schedules(Optional.empty());

    private static final Schedule EMPTY = new Schedule(List.of());

    private final Optional<CalendarReader> reader;

    private Schedules(Optional<CalendarReader> reader) {
        this.reader = reader;
    }

    /** Reads iCalendar objects by {@code reader}. */
    public static Schedules by(CalendarReader reader) {
        return new Schedules(Optional.of(reader));
    }

    /** The schedule that a conference document states. An entry whose base cannot be read says nothing. */
    public Schedule of(Element document) {
        Optional<Element> time = times(document);
        return reader.isEmpty() || time.isEmpty() ? EMPTY : schedule(time.get());
    }

    /** The {@code conference-time} of a document; as long as it is the same element, the schedule is the same. */
    public static Optional<Element> times(Element document) {
        return document.at(Info.CONFERENCE_DESCRIPTION, Xcon.CONFERENCE_TIME);
    }

    /** The first base in {@code document}, a conference document or changes of one, that cannot be read. */
    public Optional<Finding> unreadable(Element document) {
        Optional<Element> time = times(document);
        if (reader.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        int number = 0;
        for (Element entry : time.get().children(Xcon.ENTRY)) {
            number++;
            Optional<Element> base = entry.child(Xcon.BASE);
            if (base.isPresent()
                    && reader.get().read(base.get().text()) instanceof CalendarReader.Reading.Refused unreadable) {
                return Optional.of(new Finding(
                        Xcon.CONFERENCE_TIME + "/" + Xcon.ENTRY + "[" + number + "]/" + Xcon.BASE,
                        unreadable.reason()));
            }
        }
        return Optional.empty();
    }

    private Schedule schedule(Element time) {
        List<ConferenceTime> entries = new ArrayList<>();
        List<Recurrence> recurrences = new ArrayList<>();
        for (Element element : time.children(Xcon.ENTRY)) {
            ConferenceTime entry = new ConferenceTime(element);
            if (reader.orElseThrow().read(entry.base()) instanceof CalendarReader.Reading.Told readable) {
                entries.add(entry);
                recurrences.add(readable.recurrence());
            }
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            series.add(Series.of(entries.get(i), recurrences.get(i), replaced(recurrences.get(i), recurrences)));
        }
        return new Schedule(series);
    }

    private static Set<Instant> replaced(Recurrence recurrence, List<Recurrence> all) {
        Set<Instant> replaced = new HashSet<>();
        for (Recurrence other : all) {
            if (other != recurrence && other.uid().equals(recurrence.uid())) {
                other.replaces().ifPresent(replaced::add);
            }
        }
        return replaced;
    }
}
