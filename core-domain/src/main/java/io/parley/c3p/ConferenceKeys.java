package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.Optional;

/**
 * Which conference a command is about (section 2.2.3.1.2). A focus is asked by its URI, the Focus Factory by either or both.
 *
 * @param confEntity the conference-URI
 * @param conferenceId the identifier that is unique for its organizer, {@code msci:conference-id}
 */
public record ConferenceKeys(Optional<SipUri> confEntity, Optional<String> conferenceId) {

    /** The keys of the conference of that URI. */
    public static ConferenceKeys of(SipUri confEntity) {
        return new ConferenceKeys(Optional.of(confEntity), Optional.empty());
    }

    /** The keys of the conference of that identifier. */
    public static ConferenceKeys ofId(String conferenceId) {
        return new ConferenceKeys(Optional.empty(), Optional.of(conferenceId));
    }
}
