package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import java.util.Optional;

/**
 * The entry of {@code conf-uris} that is the server's own: the SIP URI by which the focus of the conference is called. Every conference
 * has exactly one, and no client changes or removes it.
 */
final class FocusUri {

    private static final ElementType CONF_URIS = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS);

    private FocusUri() {}

    /** The SIP URI of the focus of {@code conference}. */
    static String of(XconUri conference) {
        return "sip:" + conference.objectId().orElse("conference") + "@" + conference.host();
    }

    /** {@code description} with the focus's entry for {@code conference} in it; passwords given with that URI stay. */
    static Element in(Element description, XconUri conference) {
        Element uris = description.child(Info.CONF_URIS).orElseGet(CONF_URIS::empty);
        Element entry = uris.entry(Info.ENTRY, of(conference))
                .orElseGet(CONF_URIS.child(Info.ENTRY)::empty)
                .with(Info.URI, of(conference))
                .with(Info.DISPLAY_TEXT, "conference sip uri")
                .with(Info.PURPOSE, "participation");
        return description.with(uris.with(entry));
    }

    /** What is wrong if {@code draft} has lost the entry or holds another one of its key. */
    static Optional<Finding> isKept(Conference conference, Element draft) {
        Optional<Element> before = entry(conference.document(), conference.id());
        Optional<Element> after = entry(draft, conference.id());
        boolean kept = before.map(
                        own -> after.filter(now -> withoutPasswords(now).equals(withoutPasswords(own)))
                                .isPresent())
                .orElse(true);
        return kept
                ? Optional.empty()
                : Optional.of(new Finding(
                        "info:conf-uris/info:entry[" + of(conference.id()) + "]",
                        "the focus's own entry belongs to the server"));
    }

    private static Element withoutPasswords(Element entry) {
        return entry.without(io.parley.document.Xcon.CONFERENCE_PASSWORD);
    }

    private static Optional<Element> entry(Element document, XconUri conference) {
        return document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS)
                .flatMap(uris -> uris.entry(Info.ENTRY, of(conference)));
    }
}
