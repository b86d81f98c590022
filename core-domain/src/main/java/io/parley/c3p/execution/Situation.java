package io.parley.c3p.execution;

import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.participation.FocusSettings;
import java.util.Map;
import java.util.Optional;

/**
 * In what situation a command is executed.
 *
 * @param conference the conference as it is
 * @param focus its focus
 * @param settings what the operator decides
 * @param users who the targets of the command are here, as far as they are known; by their URIs
 */
public record Situation(Conference conference, Focus focus, FocusSettings settings, Map<SipUri, XconUserId> users) {

    /** Copies the map. */
    public Situation {
        users = Map.copyOf(users);
    }

    /** The participant of that URI, if he is in the conference or waits for it. */
    Optional<XconUserId> participant(SipUri uri) {
        return Optional.ofNullable(users.get(uri))
                .filter(user -> conference.user(user).isPresent());
    }
}
