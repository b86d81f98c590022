package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.user.UriEntry;
import io.parley.user.View;
import java.util.List;
import java.util.Optional;

/**
 * Who provides a conference (RFC 6501 section 4.3, RFC 4575 section 5.4).
 *
 * @param element the {@code host-info} element
 */
public record HostInfo(Element element) implements View {

    /** The name for humans. */
    public Optional<String> displayName() {
        return text(Info.DISPLAY_TEXT);
    }

    /** The page of the host. */
    public Optional<String> webPage() {
        return text(Info.WEB_PAGE);
    }

    /** Where the host is reached. */
    public List<UriEntry> uris() {
        return entries(UriEntry::new, Info.URIS, Info.ENTRY);
    }
}
