package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.util.Optional;
import java.util.Set;

/** Passwords and the list of the banned are for those who steer the conference; a blueprint shows its passwords to nobody. */
final class Secrets {

    private Secrets() {}

    /** The document of {@code conference}, whose bans are {@code bans}, as far as somebody who steers it or does not may know its secrets; what holds none is shared. */
    static Element visible(Conference conference, boolean steers, Bans bans, Set<String> unseenTargets) {
        if (!steers) {
            Element visible = withoutPasswords(conference.document());
            Optional<Element> users = visible.child(Info.USERS);
            return users.isPresent()
                    ? visible.replacing(
                            users.get(), withoutTargets(users.get().without(Xcon.DENY_USERS_LIST), unseenTargets))
                    : visible;
        }
        Element seen = bans.shown(conference.document());
        return conference.kind() == Kind.BLUEPRINT ? withoutPasswords(seen) : seen;
    }

    private static Element withoutTargets(Element users, Set<String> unseen) {
        Optional<Element> allowed = users.child(Xcon.ALLOWED_USERS_LIST);
        if (allowed.isEmpty() || unseen.isEmpty()) {
            return users;
        }
        Element left = allowed.get();
        for (Element target : allowed.get().children(Xcon.TARGET)) {
            boolean isUnseen =
                    target.attribute(Attributes.URI).filter(unseen::contains).isPresent();
            left = isUnseen ? left.without(target) : left;
        }
        return users.replacing(allowed.get(), left);
    }

    /** The document of {@code conference} with or without its passwords; who is banned may stand in it. */
    static Element withItsPasswords(Conference conference, boolean steers) {
        return steers && conference.kind() != Kind.BLUEPRINT
                ? conference.document()
                : withoutPasswords(conference.document());
    }

    static Element withoutPasswords(Element document) {
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
