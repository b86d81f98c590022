package io.parley.c3p.provisioning;

import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Objects;
import java.util.Optional;

/**
 * Who deals with his conferences: a user of our own domain, who has proved to be that.
 *
 * @param uri his address of record
 * @param user who that is here
 */
public record Organizer(SipUri uri, RegisteredUser user) {

    /** Refuses nulls. */
    public Organizer {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(user, "user");
    }

    /** His XCON-USERID. */
    public XconUserId id() {
        return user.id();
    }

    /** The conference-URI of his conference of that identifier. */
    SipUri conferenceUri(String conferenceId) {
        return ConferenceUri.ofFactory(uri, conferenceId);
    }

    /** The conference object behind it; empty if his address has characters that an XCON-URI cannot have. */
    Optional<XconUri> conference(String conferenceId) {
        return ConferenceUri.parse(conferenceUri(conferenceId)).map(ConferenceUri::conference);
    }
}
