package io.parley.user;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.util.List;
import java.util.Optional;

/**
 * An entry of one of the URI lists (RFC 4575 sections 5.3.1 and 5.3.2): a way into a conference, a service, an address of a user, a
 * sidebar.
 *
 * @param element the {@code entry} element
 */
public record UriEntry(Element element) implements View {

    /** The URI, which is also its key in the list. */
    public String uri() {
        return text(Info.URI).orElse("");
    }

    /** What it is, for humans. */
    public Optional<String> displayText() {
        return text(Info.DISPLAY_TEXT);
    }

    /** What it is there for, a word of {@link UriPurpose}. */
    public Optional<String> purpose() {
        return text(Info.PURPOSE);
    }

    /** When and by whom it was last changed. */
    public Optional<Execution> modified() {
        return element.child(Info.MODIFIED).map(Execution::new);
    }

    /** The passwords, each of which opens the conference; in {@code conf-uris} only (RFC 6501 section 4.2.6). */
    public List<String> passwords() {
        return entries(Element::text, Xcon.CONFERENCE_PASSWORD);
    }
}
