package io.parley.codec.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time zone. A local time that does not exist is meant with the offset before the gap, one that exists twice is the first of the two
 * (RFC 5545 section 3.3.5).
 */
@FunctionalInterface
interface Zone {

    /** Coordinated Universal Time. */
    Zone UTC = local -> local.toInstant(ZoneOffset.UTC);

    /** When it is {@code local} there. */
    Instant at(LocalDateTime local);

    /** A zone of the time zone database. */
    static Zone of(ZoneId id) {
        return local -> local.atZone(id).toInstant();
    }
}
