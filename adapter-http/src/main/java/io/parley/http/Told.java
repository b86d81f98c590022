package io.parley.http;

import io.netty.util.AttributeKey;
import java.util.Optional;

/**
 * What a resource tells of a request, for the log and the metrics. Nothing of it is secret, and nothing names a user.
 *
 * @param message the message of CCMP
 * @param operation its operation
 * @param conference the conference object, as an XCON-URI
 * @param code the code of CCMP
 * @param incident the incident that kept it from being answered
 */
record Told(
        Optional<String> message,
        Optional<String> operation,
        Optional<String> conference,
        Optional<String> code,
        Optional<String> incident) {

    static final Told NOTHING =
            new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where it stands on a connection from the answer on until the request has been reported. */
    static final AttributeKey<Told> KEY = AttributeKey.valueOf(Told.class, "told");

    static Told ofConference(String conference) {
        return new Told(
                Optional.empty(), Optional.empty(), Optional.of(conference), Optional.empty(), Optional.empty());
    }

    static Told ofIncident(String id) {
        return new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id));
    }
}
