package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code users} of a conference (RFC 6501 section 4.6): its roster, and who may come into it.
 *
 * @param element the {@code users} element
 */
public record Users(Element element) implements View, Iterable<User> {

    /** Nobody, and nothing said of who may come. */
    public static final Users NONE = new Users(Schema.USERS.empty());

    /** Refuses any other element. */
    public Users {
        if (element.type() != Schema.USERS) {
            throw new IllegalArgumentException("not users: " + element.name());
        }
    }

    /** Begins the users of a new conference. */
    public static UsersBuilder builder() {
        return new UsersBuilder();
    }

    /** Begins changes of the users of a conference that is there. */
    public static UsersChanges changes() {
        return new UsersChanges();
    }

    /** The user of that identifier; takes O(log n) steps. */
    public Optional<User> find(XconUserId id) {
        return element.entry(Info.USER, id.toString()).map(User::new);
    }

    /** Whether that user stands in the roster; takes O(log n) steps. */
    public boolean contains(XconUserId id) {
        return find(id).isPresent();
    }

    /** The number of users. */
    public int size() {
        return element.count(Info.USER);
    }

    /** The users, in the order in which they came. */
    public Stream<User> stream() {
        return entries(User::new, Info.USER).stream();
    }

    @Override
    public Iterator<User> iterator() {
        return entries(User::new, Info.USER).iterator();
    }

    /** What becomes of a wish to join, a word of {@link JoinHandling} (section 4.6.1); absent it means {@code block}. */
    public Optional<String> joinHandling() {
        return text(Xcon.JOIN_HANDLING);
    }

    /** Who is admitted at all, a word of {@link AdmissionPolicy} (section 4.6.2). */
    public Optional<String> admissionPolicy() {
        return text(Xcon.USER_ADMISSION_POLICY);
    }

    /** The targets of the allowed-users list (section 4.6.3). */
    public List<AllowedTarget> allowed() {
        return entries(AllowedTarget::of, Xcon.ALLOWED_USERS_LIST, Xcon.TARGET);
    }

    /** The targets of the deny-users list (section 4.6.4). */
    public List<DeniedTarget> denied() {
        return entries(
                target -> new DeniedTarget(target.attribute(Attributes.URI).orElse("")),
                Xcon.DENY_USERS_LIST,
                Xcon.TARGET);
    }

    /** Whom the conference remembers though they are not in it (section 4.6.3). */
    public List<PersistentUser> persistentUsers() {
        return entries(PersistentUser::of, Xcon.ALLOWED_USERS_LIST, Xcon.PERSISTENT_LIST, Xcon.USER);
    }
}
