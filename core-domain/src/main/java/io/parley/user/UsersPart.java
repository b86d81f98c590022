package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Xcon;
import java.util.function.UnaryOperator;

/**
 * What a builder can say of the users of a conference (RFC 6501 section 4.6).
 *
 * <p>An update replaces each of the two lists of targets by the one that it states.
 *
 * @param <B> the builder
 */
public interface UsersPart<B> extends Draft {

    /** Changes the {@code users} element in a way that has no name here. */
    B users(UnaryOperator<Element> change);

    /** Adds a user, or in an update what changes of him. */
    default B user(UserPart<?> user) {
        return users(users -> users.with(user.build()));
    }

    /** What becomes of a wish to join, a word of {@link JoinHandling}. */
    default B joinHandling(String word) {
        return users(users -> users.with(Xcon.JOIN_HANDLING, word));
    }

    /** Who is admitted at all, a word of {@link AdmissionPolicy}. */
    default B admissionPolicy(String word) {
        return users(users -> users.with(Xcon.USER_ADMISSION_POLICY, word));
    }

    /**
     * Adds a user, a role or {@code *@} and a domain to the allowed-users list; {@code method} is a word of {@link DialMethod}.
     */
    default B allow(String uri, String method) {
        return users(users -> Draft.adding(
                users,
                Xcon.ALLOWED_USERS_LIST,
                Xcon.TARGET,
                target -> target.withAttribute(Attributes.URI, uri).withAttribute(Attributes.METHOD, method)));
    }

    /** An allowed-users list without targets: under {@code closedAuthenticated} nobody is admitted. */
    default B allowNobody() {
        return users(users -> Draft.emptying(users, Xcon.ALLOWED_USERS_LIST));
    }

    /** Adds a user, a role or {@code *@} and a domain to the deny-users list. */
    default B deny(String uri) {
        return users(users -> Draft.adding(
                users, Xcon.DENY_USERS_LIST, Xcon.TARGET, target -> target.withAttribute(Attributes.URI, uri)));
    }

    /** A deny-users list without targets. */
    default B denyNobody() {
        return users(users -> Draft.emptying(users, Xcon.DENY_USERS_LIST));
    }

    /** Adds somebody whom the conference remembers though he is not in it. */
    default B remember(PersistentUser user) {
        return users(users -> Draft.within(
                users, Xcon.ALLOWED_USERS_LIST, list -> Draft.within(list, Xcon.PERSISTENT_LIST, user::in)));
    }
}
