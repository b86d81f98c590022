package io.parley.inmemory;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import io.parley.user.RegisteredUser;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that the directory knows at one instant, as one value.
 *
 * @param home whose users it registers on first sight
 * @param users the users by identity
 * @param owners who has which contact
 * @param strangers how many users were registered on first sight
 */
record Directory(
        Home home,
        PersistentMap<XconUserId, RegisteredUser> users,
        PersistentMap<ContactUri, XconUserId> owners,
        int strangers) {

    static Directory empty(Home home) {
        return new Directory(home, PersistentMap.empty(), PersistentMap.empty(), 0);
    }

    Optional<RegisteredUser> user(XconUserId id) {
        return users.get(id);
    }

    Optional<RegisteredUser> owner(ContactUri contact) {
        return owners.get(contact).or(() -> home.resident(contact)).flatMap(users::get);
    }

    /** Who of all but {@code id} has one of {@code contacts}; the first one in their order decides. */
    Optional<RegisteredUser> ownerBeside(XconUserId id, Set<ContactUri> contacts) {
        return new TreeSet<>(contacts)
                .stream()
                        .flatMap(contact -> owner(contact).stream())
                        .filter(owner -> !owner.id().equals(id))
                        .findFirst();
    }

    /** This directory after somebody showed himself as {@code id}. */
    Directory meeting(XconUserId id) {
        if (users.containsKey(id) || strangers >= home.limit() || !home.houses(id)) {
            return this;
        }
        Directory met = with(home.stranger(id));
        return new Directory(home, met.users, met.owners, strangers + 1);
    }

    /** This directory after {@code contact} was asked for. */
    Directory meeting(ContactUri contact) {
        return owners.containsKey(contact)
                ? this
                : home.resident(contact).map(this::meeting).orElse(this);
    }

    /** This directory after {@code id} claimed {@code contacts}; the same one if somebody else has one of them. */
    Directory claiming(XconUserId id, Set<ContactUri> contacts) {
        Directory met = this;
        for (ContactUri contact : contacts) {
            met = met.meeting(contact);
        }
        RegisteredUser claimant = met.user(id).orElseGet(() -> RegisteredUser.of(id));
        return met.ownerBeside(id, contacts).isPresent() ? met : met.with(adding(contacts, claimant));
    }

    /** This directory with the name and the rights of {@code user}, whose contacts are added to those he has. */
    Directory registering(RegisteredUser user) {
        for (ContactUri contact : user.contacts()) {
            Optional<XconUserId> owner = owners.get(contact);
            if (owner.isPresent() && !owner.get().equals(user.id())) {
                throw new IllegalArgumentException(contact + " belongs to " + owner.get() + ", not to " + user.id());
            }
        }
        Optional<RegisteredUser> before = user(user.id());
        return with(before.isEmpty() ? user : renamed(adding(user.contacts(), before.get()), user));
    }

    private static RegisteredUser adding(Set<ContactUri> contacts, RegisteredUser user) {
        Set<ContactUri> all = new HashSet<>(user.contacts());
        all.addAll(contacts);
        return new RegisteredUser(user.id(), user.displayName(), all, user.administrator());
    }

    private static RegisteredUser renamed(RegisteredUser user, RegisteredUser as) {
        return new RegisteredUser(user.id(), as.displayName(), user.contacts(), as.administrator());
    }

    /** This directory with {@code user}, but only those of his contacts that no other user has. */
    private Directory with(RegisteredUser user) {
        Set<ContactUri> contacts = new HashSet<>();
        PersistentMap<ContactUri, XconUserId> owned = owners;
        for (ContactUri contact : user.contacts()) {
            Optional<XconUserId> owner = owners.get(contact);
            if (owner.isEmpty()) {
                owned = owned.with(contact, user.id());
            }
            if (owner.isEmpty() || owner.get().equals(user.id())) {
                contacts.add(contact);
            }
        }
        RegisteredUser entry = new RegisteredUser(user.id(), user.displayName(), contacts, user.administrator());
        return user(user.id()).filter(entry::equals).isPresent()
                ? this
                : new Directory(home, users.with(entry.id(), entry), owned, strangers);
    }
}
