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

    /** The list of the banned that a linked clone of an object with the document {@code parent} inherits. */
    public static Optional<Element> inheritedList(Element parent) {
        return parent.at(Info.USERS, Xcon.DENY_USERS_LIST).map(list -> noted(list, parent));
    }

    /** {@code taken}, what a clone takes over from an object with the document {@code parent}, with the origins of its entries. */
    static Element notedIn(Element taken, Element parent) {
        Optional<Element> list = taken.at(Info.USERS, Xcon.DENY_USERS_LIST);
        if (list.isEmpty()) {
            return taken;
        }
        Element users = taken.child(Info.USERS).orElseThrow();
        return taken.replacing(users, users.replacing(list.get(), noted(list.get(), parent)));
    }

    private static Element noted(Element list, Element parent) {
        Optional<XconUri> said = parent.attribute(Attributes.ENTITY).flatMap(XconUri::parse);
        Element noted = list;
        for (Element entry : list.children(Xcon.TARGET)) {
            if (said.isPresent() && entry.attribute(CloningMarks.SAID_BY).isEmpty()) {
                noted = noted.replacing(entry, with(entry, Set.of(said.get())));
            }
        }
        return noted;
    }
}
