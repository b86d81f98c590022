package io.parley.codec.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Up to when a rule goes: a time, which is included, or the last day. RFC 5545 wants UTC for what recurs in a time zone; a local time is
 * taken for one of that zone.
 *
 * @param time the time
 * @param included whether it is included
 */
record Until(Instant time, boolean included) {

    static Optional<Until> of(Optional<String> text, Zone zone) throws UnreadableCalendarException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String value = text.get();
        LocalDateTime local = Moments.local(value);
        if (Moments.isDate(value)) {
            return Optional.of(new Until(zone.at(local.plusDays(1)), false));
        }
        return Optional.of(new Until((Moments.isUtc(value) ? Zone.UTC : zone).at(local), true));
    }

    boolean admits(Instant instant) {
        return instant.isBefore(time) || (included && instant.equals(time));
    }
}
