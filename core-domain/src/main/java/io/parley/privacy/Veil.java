package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import io.parley.user.User;
import io.parley.user.UserRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The users whom somebody does not see as they are: of each whether the others know him by a pseudonym or do not see him at all, and by
 * what he could be recognised. Made for one answer; serves one thread.
 */
final class Veil {

    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.\\-]*:)?(?<address>[^;?>]*).*");

    private final UserRegistry users;
    private final Map<XconUserId, Cover> covers;
    private final Set<String> addresses;

    /**
     * How somebody is covered.
     *
     * @param pseudonym by what the others know him; empty if they do not see that he is there
     * @param names what he is called
     */
    record Cover(Optional<XconUserId> pseudonym, Set<String> names) {}

    Veil(UserRegistry users) {
        this(users, new HashMap<>(), new HashSet<>());
    }

    private Veil(UserRegistry users, Map<XconUserId, Cover> covers, Set<String> addresses) {
        this.users = users;
        this.covers = covers;
        this.addresses = addresses;
    }

    boolean isEmpty() {
        return covers.isEmpty();
    }

    boolean covers(XconUserId user) {
        return covers.containsKey(user);
    }

    /** By what the others know {@code user}; empty if they do not see that he is there. */
    Optional<XconUserId> pseudonym(XconUserId user) {
        return Optional.ofNullable(covers.get(user)).flatMap(Cover::pseudonym);
    }

    Collection<XconUserId> users() {
        return covers.keySet();
    }

    /** What {@code user} is called, if he is covered. */
    Set<String> names(XconUserId user) {
        Cover cover = covers.get(user);
        return cover == null ? Set.of() : cover.names();
    }

    /** Covers {@code user}, as unknown as {@code conference} wants him or as he is already; without a pseudonym he is hidden. */
    void cover(Conference conference, XconUserId user, boolean hidden) {
        Optional<Element> record = conference.user(user);
        Optional<XconUserId> pseudonym =
                hidden ? Optional.empty() : conference.attendance().pseudonyms().of(user);
        cover(user, record, pseudonym);
    }

    Veil copy() {
        return new Veil(users, new HashMap<>(covers), new HashSet<>(addresses));
    }

    /** Covers {@code user}, as unknown as he is already or more so; without a pseudonym he is hidden. */
    void cover(XconUserId user, Optional<Element> record, Optional<XconUserId> pseudonym) {
        Cover known = covers.get(user);
        Set<String> names = new HashSet<>(known == null ? Set.of() : known.names());
        addresses.add(address(user.toString()));
        names.add(RegisteredUser.displayName(user));
        users.registered(user).ifPresent(registered -> {
            names.add(registered.displayName());
            registered.contacts().forEach(contact -> addresses.add(address(contact.toString())));
        });
        record.map(User::new).ifPresent(own -> {
            own.contacts().forEach(contact -> addresses.add(address(contact.toString())));
            own.displayName().map(String::strip).ifPresent(names::add);
        });
        boolean visible =
                pseudonym.isPresent() && (known == null || known.pseudonym().isPresent());
        Optional<XconUserId> shown = known == null ? pseudonym : known.pseudonym();
        covers.put(user, new Cover(visible ? shown : Optional.empty(), names));
    }

    /** Whether a piece of {@code text} is an address of somebody who is covered. */
    boolean occursIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return addresses.stream().anyMatch(lower::contains);
    }

    /**
     * Whether {@code uri} means somebody who is covered. What the directory knows decides; what it does not know is compared by its
     * address alone, whatever the scheme and the parameters.
     */
    boolean names(String uri) {
        Optional<XconUserId> user = XconUserId.parse(uri);
        if (user.isPresent()) {
            return covers.containsKey(user.get());
        }
        Optional<RegisteredUser> owner = ContactUri.parse(uri).flatMap(users::owner);
        if (owner.isPresent()) {
            return covers.containsKey(owner.get().id());
        }
        return (uri.contains(":") || uri.contains("@")) && addresses.contains(address(uri));
    }

    private static String address(String uri) {
        Matcher matcher = ADDRESS.matcher(uri.strip());
        return matcher.matches() ? matcher.group("address").toLowerCase(Locale.ROOT) : uri;
    }
}
