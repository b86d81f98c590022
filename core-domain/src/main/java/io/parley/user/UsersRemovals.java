package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;

/**
 * What changes can take away from the users of a conference.
 *
 * @param <B> the builder
 */
public interface UsersRemovals<B> extends UsersPart<B> {

    /** Removes a user. */
    default B withoutUser(XconUserId id) {
        return users(users -> users.with(User.builder(id).build().withAttribute(Attributes.STATE, "deleted")));
    }

    /** Leaves it unsaid what becomes of a wish to join, which means {@code block}. */
    default B withoutJoinHandling() {
        return users(users -> Draft.emptying(users, Xcon.JOIN_HANDLING));
    }

    /** Leaves it unsaid who is admitted at all. */
    default B withoutAdmissionPolicy() {
        return users(users -> Draft.emptying(users, Xcon.USER_ADMISSION_POLICY));
    }
}
