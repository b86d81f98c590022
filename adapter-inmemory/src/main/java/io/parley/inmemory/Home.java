package io.parley.inmemory;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.Set;

/**
 * The domain whose users an open directory knows without having been told of them.
 *
 * @param domain its name; empty for none
 * @param limit how many of them are registered on first sight at most
 */
record Home(Optional<String> domain, int limit) {

    private static final String SIP = "sip:";

    static final Home NOWHERE = new Home(Optional.empty(), 0);

    Home {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit of users on first sight is " + limit);
        }
    }

    /** Whether {@code id} is one of this domain's. */
    boolean houses(XconUserId id) {
        return domain.filter(id::isOf).isPresent() && !id.name().isEmpty();
    }

    /** Somebody of this domain of whom nothing else is known. */
    RegisteredUser stranger(XconUserId id) {
        ContactUri contact = ContactUri.of(SIP + id.name() + "@" + id.domain().orElseThrow());
        return new RegisteredUser(id, RegisteredUser.displayName(id), Set.of(contact), false);
    }

    /** Who has {@code contact} by its form: {@code sip:name@domain} is that of {@code xcon-userid:name@domain}. */
    Optional<XconUserId> resident(ContactUri contact) {
        return domain.isEmpty() || !contact.key().startsWith(SIP)
                ? Optional.empty()
                : XconUserId.parse("xcon-userid:" + contact.key().substring(SIP.length()))
                        .filter(this::houses);
    }
}
