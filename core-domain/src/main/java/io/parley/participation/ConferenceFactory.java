package io.parley.participation;

import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.util.Objects;
import java.util.Optional;

/**
 * The conference factory (RFC 4579 sections 3.2 and 5.4): whoever calls it is in a new conference.
 *
 * @param uri its URI
 * @param outlivesCreator whether such a conference goes on when the last device of whoever made it has left, until nobody is there (section
 *     5.12); unless so it ends then
 */
public record ConferenceFactory(SipUri uri, boolean outlivesCreator) {

    /** Refuses nulls. */
    public ConferenceFactory {
        Objects.requireNonNull(uri, "uri");
    }

    /** What a conference would be called that CCMP made and that is reached by the URI of the factory. */
    public Optional<XconUri> asConference() {
        return ConferenceUri.parse(uri).map(ConferenceUri::conference);
    }

    /** {@code sip:conference-factory@} and {@code domain}; its conferences do not outlive their creators. */
    public static ConferenceFactory in(String domain) {
        return new ConferenceFactory(SipUri.of("sip:conference-factory@" + domain), false);
    }
}
