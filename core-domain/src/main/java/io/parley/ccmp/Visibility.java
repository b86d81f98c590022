package io.parley.ccmp;

import io.parley.authorization.Standing;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import java.util.Optional;

/** What of a document leaves the system for whom: passwords and the list of the banned are for those who steer the conference. */
final class Visibility {

    private Visibility() {}

    /** {@code document} as somebody of that standing sees it. */
    static Element of(Element document, Standing standing) {
        return standing.steers() ? document : withoutSecrets(document);
    }

    /** {@code users} as somebody of that standing sees it. */
    static Element ofUsers(Element users, Standing standing) {
        return standing.steers() ? users : users.without(Xcon.DENY_USERS_LIST);
    }

    /** {@code document} as everybody sees it; what holds no secret is shared. */
    static Element withoutSecrets(Element document) {
        Element visible = document;
        Optional<Element> uris = document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS);
        if (uris.isPresent()) {
            Element cleaned = uris.get();
            for (Element entry : uris.get().children(Info.ENTRY)) {
                cleaned = cleaned.replacing(entry, entry.without(Xcon.CONFERENCE_PASSWORD));
            }
            visible = replace(visible, Info.CONFERENCE_DESCRIPTION, uris.get(), cleaned);
        }
        Optional<Element> users = document.child(Info.USERS);
        return users.isPresent() ? visible.replacing(users.get(), users.get().without(Xcon.DENY_USERS_LIST)) : visible;
    }

    private static Element replace(Element document, Name parent, Element was, Element now) {
        Element holder = document.child(parent).orElseThrow();
        return document.replacing(holder, holder.replacing(was, now));
    }
}
