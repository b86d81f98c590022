package io.parley.codec.ical;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time zones of one object. A name of the time zone database, with or without a prefix that tells where it comes from, means that
 * zone; any other name means what the object's own {@code VTIMEZONE} says.
 */
final class Zones {

    private final Map<String, Component> described = new HashMap<>();
    private final Map<String, Zone> known = new HashMap<>();
    private final Zone floating;

    /** @param floating the zone of local times that name none, unless the object names one for all of them */
    Zones(Component calendar, ZoneId floating) {
        for (Component zone : calendar.within("VTIMEZONE")) {
            zone.line("TZID").ifPresent(id -> described.putIfAbsent(id.value(), zone));
        }
        this.floating = calendar.within("VCALENDAR").stream()
                .flatMap(object -> object.line("X-WR-TIMEZONE").stream())
                .flatMap(line -> inDatabase(line.value()).stream())
                .findFirst()
                .orElseGet(() -> Zone.of(floating));
    }

    /** The zone of local times that name none. */
    Zone floating() {
        return floating;
    }

    /** The zone of that name. */
    Zone named(String id) throws UnreadableCalendarException {
        Zone already = known.get(id);
        if (already != null) {
            return already;
        }
        Zone zone = find(id);
        known.put(id, zone);
        return zone;
    }

    private Zone find(String id) throws UnreadableCalendarException {
        Optional<Zone> zone = inDatabase(id);
        if (zone.isPresent()) {
            return zone.get();
        }
        Component own = described.get(id);
        if (own == null) {
            throw new UnreadableCalendarException("the time zone " + UnreadableCalendarException.excerpt(id)
                    + " is not known, and no VTIMEZONE describes it");
        }
        return ObservedZone.of(own);
    }

    private static Optional<Zone> inDatabase(String id) {
        String name = id;
        while (true) {
            try {
                return Optional.of(Zone.of(ZoneId.of(name)));
            } catch (DateTimeException unknown) {
                int slash = name.indexOf('/');
                if (slash < 0 || name.length() > 200) {
                    return Optional.empty();
                }
                name = name.substring(slash + 1);
            }
        }
    }
}
