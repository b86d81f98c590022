package io.parley.focus;

import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.util.Optional;

/**
 * The URIs by which a conference is reached in SIP. A conference that CCMP made has {@code sip:ID@domain} for {@code xcon:ID@domain}; one
 * that the Focus Factory made for an organizer has {@code sip:USER@domain;gruu;opaque=app:conf:focus:id:ID} for
 * {@code xcon:USER.ID@domain}. Each leads to the other, so that nothing has to be looked up. Conference ids hold no dot.
 *
 * @param conference which conference object
 * @param mcu the MCU of it that is meant; empty if the focus is
 */
public record ConferenceUri(XconUri conference, Optional<McuType> mcu) {

    private static final String PREFIX = "app:conf:";
    private static final String FOCUS = "focus";

    /** What {@code uri} names, or empty if it is no URI of a conference. */
    public static Optional<ConferenceUri> parse(SipUri uri) {
        String user = uri.user().orElse("");
        if (user.isEmpty() || !uri.isSip()) {
            return Optional.empty();
        }
        Optional<String> opaque = uri.parameter("opaque");
        if (opaque.isEmpty()) {
            return conference(user, uri).map(id -> new ConferenceUri(id, Optional.empty()));
        }
        String[] parts = opaque.get().split(":", -1);
        if (parts.length != 5 || !opaque.get().startsWith(PREFIX) || !parts[3].equals("id") || parts[4].isEmpty()) {
            return Optional.empty();
        }
        // An MCU of a conference that CCMP made repeats its identifier.
        String objectId = parts[4].equals(user) ? user : user + "." + parts[4];
        try {
            Optional<McuType> mcu = parts[2].equals(FOCUS) ? Optional.empty() : Optional.of(new McuType(parts[2]));
            return conference(objectId, uri).map(id -> new ConferenceUri(id, mcu));
        } catch (IllegalArgumentException notAType) {
            return Optional.empty();
        }
    }

    private static Optional<XconUri> conference(String objectId, SipUri uri) {
        return XconUri.parse("xcon:" + objectId + "@" + uri.host().orElse(""));
    }

    /** The conference-URI of a conference of {@code organizer} with that conference id. */
    public static SipUri ofFactory(SipUri organizer, String conferenceId) {
        return SipUri.of(organizer.addressOfRecord() + ";gruu;opaque=" + PREFIX + FOCUS + ":id:" + conferenceId);
    }

    /** The conference-URI of a conference that CCMP made. */
    public static SipUri of(XconUri conference) {
        return SipUri.of("sip:" + conference.objectId().orElse("conference") + "@" + conference.host());
    }

    /** The MCU-Conference-URI of the MCU of {@code type} in the conference of that conference-URI. */
    static SipUri ofMcu(SipUri conference, McuType type) {
        String user = conference.user().orElse("");
        String id = conference
                .parameter("opaque")
                .map(opaque -> opaque.substring(opaque.lastIndexOf(':') + 1))
                .orElse(user);
        return SipUri.of(
                "sip:" + user + "@" + conference.host().orElse("") + ";gruu;opaque=" + PREFIX + type + ":id:" + id);
    }
}
