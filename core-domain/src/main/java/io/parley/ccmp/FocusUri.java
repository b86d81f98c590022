package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.util.Optional;

/**
 * The entry of {@code conf-uris} that is the server's own: the SIP URI by which the focus of the conference is called. Every conference
 * has exactly one, and no client changes or removes it.
 */
public final class FocusUri {

    private static final ElementType CONF_URIS = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS);

    private FocusUri() {}

    /** The conference-URI of {@code conference}: the one that it was provisioned with, or that which follows from its identity. */
    private static SipUri of(Conference conference) {
        return conference
                .focus()
                .map(focus -> focus.provisioning().uri())
                .orElseGet(() -> ConferenceUri.of(conference.id()));
    }

    /** {@code description} with the focus's entry for the conference that CCMP makes under {@code id}. */
    static Element in(Element description, XconUri id) {
        return in(description, ConferenceUri.of(id));
    }

    /**
     * {@code description}, a {@code conference-description} of RFC 6501, with the focus's entry in it; passwords given with that URI stay.
     *
     * @param focus the conference-URI
     */
    public static Element in(Element description, SipUri focus) {
        Element uris = description.child(Info.CONF_URIS).orElseGet(CONF_URIS::empty);
        Element entry = uris.entry(Info.ENTRY, focus.toString())
                .orElseGet(CONF_URIS.child(Info.ENTRY)::empty)
                .with(Info.URI, focus.toString())
                .with(Info.DISPLAY_TEXT, "conference sip uri")
                .with(Info.PURPOSE, "participation");
        return description.with(uris.with(entry));
    }

    /** What is wrong if {@code draft} has lost the entry or holds another one of its key. */
    static Optional<Finding> isKept(Conference conference, Element draft) {
        if (uris(draft).equals(uris(conference.document()))) {
            return Optional.empty();
        }
        Optional<Element> before = entry(conference.document(), of(conference));
        Optional<Element> after = entry(draft, of(conference));
        boolean kept = before.map(
                        own -> after.filter(now -> withoutPasswords(now).equals(withoutPasswords(own)))
                                .isPresent())
                .orElse(true);
        return kept
                ? Optional.empty()
                : Optional.of(new Finding(
                        "info:conf-uris/info:entry[" + of(conference) + "]",
                        "the focus's own entry belongs to the server"));
    }

    private static Element withoutPasswords(Element entry) {
        return entry.without(Xcon.CONFERENCE_PASSWORD);
    }

    private static Optional<Element> entry(Element document, SipUri focus) {
        return uris(document).flatMap(uris -> uris.entry(Info.ENTRY, focus.toString()));
    }

    private static Optional<Element> uris(Element document) {
        return document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS);
    }
}
