package io.parley.ccmp;

import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.util.Optional;

/** What of a document leaves the system for whom: passwords and the list of the banned are for those who steer the conference. */
final class Visibility {

    private Visibility() {}

    /** The document of {@code conference} as somebody of that standing sees it; a blueprint shows its passwords to nobody. */
    static Element of(Conference conference, Standing standing) {
        if (!standing.steers()) {
            return withoutSecrets(conference.document());
        }
        return conference.kind() == Kind.BLUEPRINT ? withoutPasswords(conference.document()) : conference.document();
    }

    /** {@code document} as everybody sees it; what holds no secret is shared. */
    static Element withoutSecrets(Element document) {
        Element visible = withoutPasswords(document);
        Optional<Element> users = document.child(Info.USERS);
        return users.isPresent() ? visible.replacing(users.get(), users.get().without(Xcon.DENY_USERS_LIST)) : visible;
    }

    private static Element withoutPasswords(Element document) {
        Optional<Element> uris = document.at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS);
        if (uris.isEmpty()) {
            return document;
        }
        Element cleaned = uris.get();
        for (Element entry : uris.get().children(Info.ENTRY)) {
            cleaned = cleaned.replacing(entry, entry.without(Xcon.CONFERENCE_PASSWORD));
        }
        Element description = document.child(Info.CONFERENCE_DESCRIPTION).orElseThrow();
        return document.replacing(description, description.replacing(uris.get(), cleaned));
    }
}
