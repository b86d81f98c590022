package io.parley.sip.focus;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.identity.XconUri;
import io.parley.roster.Foreign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code service-uris} of a document for watchers, where it tells by which XCON-URI the conference is controlled (RFC 7082 section 2.2). */
final class ServiceUris {

    private static final Set<Name> BEFORE =
            Set.of(Info.DISPLAY_TEXT, Info.SUBJECT, Info.FREE_TEXT, Info.KEYWORDS, Info.CONF_URIS);

    private ServiceUris() {}

    /** {@code document} of {@code conference}, telling that if it describes the conference. */
    static Element telling(Element document, XconUri conference) {
        return document.child(Info.CONFERENCE_DESCRIPTION)
                .map(description -> document.replacing(description, described(description, conference.toString())))
                .orElse(document);
    }

    private static Element described(Element description, String uri) {
        Optional<Element> standing = description.child(Info.SERVICE_URIS);
        Element uris = standing.orElseGet(() -> Foreign.element(Info.SERVICE_URIS));
        boolean told = uris.elements().stream()
                .anyMatch(entry -> entry.childText(Info.URI).filter(uri::equals).isPresent());
        if (told) {
            return description;
        }
        Element telling = uris.with(Foreign.element(Info.ENTRY)
                .with(Foreign.element(Info.URI, uri))
                .with(Foreign.element(Info.PURPOSE, "ccmp")));
        return standing.map(before -> description.replacing(before, telling))
                .orElseGet(() -> description.withContent(inserted(description.elements(), telling)));
    }

    private static List<Element> inserted(List<Element> children, Element uris) {
        List<Element> all = new ArrayList<>(children);
        int place = 0;
        while (place < all.size() && BEFORE.contains(all.get(place).name())) {
            place++;
        }
        all.add(place, uris);
        return all;
    }
}
