package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import java.util.Optional;

/**
 * What an {@code Event} header names (RFC 6665 section 8.2.1). Names and ids are compared byte by byte; other parameters mean nothing.
 *
 * @param name the event package, with its templates: {@code conference}
 * @param id what tells apart subscriptions to the same package in one dialog; none is not the same as any
 */
public record EventType(String name, Optional<String> id) {

    /** Refuses what is no event type. */
    public EventType {
        if (!name.matches("[\\w!%*+`'~-]+(\\.[\\w!%*+`'~-]+)*")) {
            throw new IllegalArgumentException("not an event type: '" + name + "'");
        }
    }

    /** A package without id. */
    public static EventType of(String name) {
        return new EventType(name, Optional.empty());
    }

    /** What {@code header} says, or empty if it is not one event type. */
    public static Optional<EventType> parse(String header) {
        // The parameters of Event have the grammar of those of an address.
        int end = header.indexOf(';');
        String name = (end < 0 ? header : header.substring(0, end)).strip();
        Optional<NameAddress> read = NameAddress.parse("<event:type>" + (end < 0 ? "" : header.substring(end)));
        try {
            return read.map(it -> new EventType(name, it.parameter("id")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** As it is written into a header. */
    @Override
    public String toString() {
        return name + id.map(it -> ";id=" + it).orElse("");
    }
}
