package io.parley.bench.micro;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sights;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.util.Optional;
import java.util.Set;

/** Users of our domain, all of whom are registered. */
final class People {

    private People() {}

    static RegisteredUser person(XconUserId id) {
        return new RegisteredUser(id, id.name(), Set.of(), false);
    }

    static Requester requester(String id) {
        return new Requester(person(XconUserId.of(id)), true);
    }

    static Element nothing() {
        return Schema.CONFERENCE_INFO.empty();
    }

    static Sights sights() {
        return new Sights(AccessPolicy.standard(), new UserRegistry() {
            @Override
            public Optional<RegisteredUser> registered(XconUserId id) {
                return Optional.of(person(id));
            }

            @Override
            public Optional<RegisteredUser> owner(ContactUri contact) {
                return Optional.empty();
            }
        });
    }
}
