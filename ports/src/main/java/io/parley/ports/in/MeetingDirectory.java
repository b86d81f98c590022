package io.parley.ports.in;

import io.parley.identity.SipUri;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds a conference by what its join URL says (MS-CONFBAS section 3.2), for whoever holds that.
 *
 * <p>Contract: may be called by any number of threads at once; sees every change whose commit came before the call.
 */
public interface MeetingDirectory {

    /**
     * What {@code organizer} convened under {@code conferenceId}: the conference that the Focus Factory made for him, else the one that
     * he made by CCMP. Where there is neither it is the conference-URI that the Factory would give, so that a stranger cannot try
     * identifiers.
     *
     * @param organizer the name of a user of our own domain
     * @param conferenceId the identifier, with its case
     * @return empty if one of the two cannot be what it is said to be
     */
    Optional<Meeting> find(String organizer, String conferenceId);

    /**
     * What a stranger learns.
     *
     * @param uri the conference-URI
     * @param connected how many are connected; empty if that is not for strangers, or there is no such conference
     */
    record Meeting(SipUri uri, OptionalInt connected) {

        /** Refuses nulls. */
        public Meeting {
            Objects.requireNonNull(uri, "uri");
            Objects.requireNonNull(connected, "connected");
        }
    }
}
