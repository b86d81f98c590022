package io.parley.c3p.execution;

import io.parley.c3p.C3pResponse;
import io.parley.conference.Conference;
import java.util.Optional;

/**
 * What the focus makes of a command.
 *
 * @param next the next state of the conference; empty if nothing changes
 * @param response the final response
 */
public record Decision(Optional<Conference> next, C3pResponse response) {

    static Decision done(Conference next, C3pResponse response) {
        return new Decision(Optional.of(next), response);
    }

    static Decision refused(C3pResponse response) {
        return new Decision(Optional.empty(), response);
    }
}
