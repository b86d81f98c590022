package io.parley.user;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import java.util.Set;

/**
 * What the directory knows of a person.
 *
 * @param id the person's XCON-USERID
 * @param displayName the name for humans
 * @param contacts the signalling URIs and addresses of record that are the person's own, and nobody else's
 * @param administrator whether the person administers the whole system
 */
public record RegisteredUser(XconUserId id, String displayName, Set<ContactUri> contacts, boolean administrator) {
    /** Copies the contacts. */
    public RegisteredUser {
        contacts = Set.copyOf(contacts);
    }

    /** A user of whom nothing is known but the identifier, whose name then serves as the name for humans. */
    public static RegisteredUser of(XconUserId id) {
        return new RegisteredUser(id, displayName(id), Set.of(), false);
    }

    /** The name for humans of somebody of whom only the identifier is known: {@code Alice} for {@code alice@example.com}. */
    public static String displayName(XconUserId id) {
        String name = id.name();
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
