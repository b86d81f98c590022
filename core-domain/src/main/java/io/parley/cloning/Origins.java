package io.parley.cloning;

import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who says that somebody is banned. A clone takes over the {@code deny-users-list} of its parent entry by entry, since else the banned
 * would come in by it, and of each entry the objects that say it themselves, in {@link CloningMarks#SAID_BY}: so that it is known of
 * copies as well, and of earlier versions, whose list an entry comes from.
 */
public final class Origins {

    private Origins() {}

    /** The objects that say {@code entry} themselves; none if only the object says it in which it stands. */
    public static Set<XconUri> of(Element entry) {
        Set<XconUri> origins = new LinkedHashSet<>();
        for (String uri : entry.attribute(CloningMarks.SAID_BY).orElse("").split(" ", -1)) {
            XconUri.parse(uri).ifPresent(origins::add);
        }
        return origins;
    }

    /** {@code entry}, which these objects say themselves. */
    public static Element with(Element entry, Set<XconUri> origins) {
        return origins.isEmpty()
                ? entry.withoutAttribute(CloningMarks.SAID_BY)
                : entry.withAttribute(
                        CloningMarks.SAID_BY,
                        origins.stream().map(XconUri::toString).collect(Collectors.joining(" ")));
    }

    /** What a linked clone of an object with the document {@code parent} inherits as the ban of {@code uri}. */
    public static Optional<Element> inherited(Element parent, String uri) {
        return parent.at(Info.USERS, Xcon.DENY_USERS_LIST)
                .flatMap(list -> list.entry(Xcon.TARGET, uri))
                .map(entry -> noted(entry, parent));
    }

    /** {@code taken}, what a clone takes over from an object with the document {@code parent}, with the origins of its entries. */
    static Element notedIn(Element taken, Element parent) {
        Optional<Element> list = taken.at(Info.USERS, Xcon.DENY_USERS_LIST);
        if (list.isEmpty()) {
            return taken;
        }
        Element users = taken.child(Info.USERS).orElseThrow();
        Element noted = list.get();
        for (Element entry : list.get().children(Xcon.TARGET)) {
            noted = noted.replacing(entry, noted(entry, parent));
        }
        return taken.replacing(users, users.replacing(list.get(), noted));
    }

    private static Element noted(Element entry, Element parent) {
        return entry.attribute(CloningMarks.SAID_BY).isPresent()
                ? entry
                : with(
                        entry,
                        parent.attribute(Attributes.ENTITY).flatMap(XconUri::parse).stream()
                                .collect(Collectors.toSet()));
    }
}
