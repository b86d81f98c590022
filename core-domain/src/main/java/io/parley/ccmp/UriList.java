package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.privacy.Sight;
import java.util.Optional;

/** A list of conference objects as CCMP answers it: the URI, the title, and for a blueprint its description as the purpose. */
final class UriList {

    private static final ElementType ENTRY = Schema.SIDEBARS_BY_REF.child(Info.ENTRY);

    private Element list = Schema.SIDEBARS_BY_REF.empty();

    /** Adds {@code object} as far as somebody with {@code sight} sees it. */
    void add(Conference object, Sight sight) {
        Element entry = ENTRY.empty().with(Info.URI, object.id().toString());
        Optional<Element> description = sight.description();
        Optional<String> title = description.flatMap(element -> element.childText(Info.DISPLAY_TEXT));
        Optional<String> purpose = description.flatMap(element -> element.childText(Info.FREE_TEXT));
        if (title.isPresent()) {
            entry = entry.with(Info.DISPLAY_TEXT, title.get());
        }
        list = list.with(purpose.isPresent() ? entry.with(Info.PURPOSE, purpose.get()) : entry);
    }

    /** The list; nothing if it is empty, since the schema wants an entry. */
    Body body() {
        return list.size() == 0 ? Body.none() : new Body.Info(list);
    }
}
