package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import java.time.Duration;
import java.time.Instant;

/**
 * That somebody is in a conference no more by some of his devices, or was not let in by one: what those are told once who follow how people
 * leave, before he is gone from their roster (RFC 4575 sections 5.7.6 and 5.7.7).
 *
 * @param user who
 * @param address his address
 * @param record his record with these devices alone, each {@code disconnected}
 * @param at when
 */
public record Disconnection(XconUserId user, SipUri address, Element record, Instant at) {

    /** So long one is remembered: longer than it takes until a watcher was told, or is known to be one no more. */
    public static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** So many changes by which people left are remembered, the latest: whoever misses one is told all the same that they are gone. */
    static final int MOST = 100;

    /** Refuses what is no record of a user. */
    public Disconnection {
        if (record.type() != Schema.USER) {
            throw new IllegalArgumentException("no record of a user: " + record.name());
        }
    }

    /** Whether nobody has to be told of it any more. */
    public boolean isForgotten(Instant now) {
        return at.plus(REMEMBERED).isBefore(now);
    }
}
