package io.parley.authorization;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Alice, who owns the conference of these tests, and Bob, of whom it is asked what he may. */
final class People {

    static final XconUri CONFERENCE = XconUri.of("conf1", "example.com");
    static final RegisteredUser ALICE = person("alice", "sip:alice@example.com");
    static final RegisteredUser BOB = person("bob", "sip:bob@example.org", "tel:+12015550123");

    private People() {}

    static RegisteredUser person(String name, String... contacts) {
        Set<ContactUri> own = new LinkedHashSet<>();
        for (String contact : contacts) {
            own.add(ContactUri.of(contact));
        }
        return new RegisteredUser(XconUserId.of(name, "example.com"), name, own, false);
    }

    static Requester bob() {
        return new Requester(BOB, true);
    }

    static Requester bobUnauthenticated() {
        return new Requester(BOB, false);
    }

    static Requester administrator() {
        return new Requester(new RegisteredUser(XconUserId.of("root", "example.com"), "root", Set.of(), true), true);
    }

    /** A conference of Alice's with these users. */
    static Conference conference(Element users) {
        return conference(
                Schema.CONFERENCE_INFO
                        .empty()
                        .withAttribute(Attributes.ENTITY, CONFERENCE.toString())
                        .with(users),
                Optional.of(ALICE.id()));
    }

    static Conference conference(Element document, Optional<XconUserId> owner) {
        Conference founded = Conference.founded(Kind.RESERVATION, document);
        return owner.map(founded::withOwner).orElse(founded);
    }

    static Element users() {
        return Schema.USERS.empty();
    }

    /** The record of {@code person}, with these roles. */
    static Element record(RegisteredUser person, String... roles) {
        Element user =
                Schema.USER.empty().withAttribute(Attributes.ENTITY, person.id().toString());
        if (roles.length == 0) {
            return user;
        }
        Element list = Schema.USER.child(Info.ROLES).empty();
        for (String role : roles) {
            list = list.with(list.type().child(Info.ENTRY).text(role));
        }
        return user.with(list);
    }

    static Element allowed(String... uris) {
        return list(Xcon.ALLOWED_USERS_LIST, uris);
    }

    static Element denied(String... uris) {
        return list(Xcon.DENY_USERS_LIST, uris);
    }

    private static Element list(Name name, String... uris) {
        ElementType type = Schema.USERS.child(name);
        Element list = type.empty();
        for (String uri : uris) {
            Element target = type.child(Xcon.TARGET).empty().withAttribute(Attributes.URI, uri);
            list = list.with(
                    name.equals(Xcon.ALLOWED_USERS_LIST) ? target.withAttribute(Attributes.METHOD, "dial-in") : target);
        }
        return list;
    }
}
