package io.parley.user;

import io.parley.document.Element;
import io.parley.document.Schema;
import java.util.function.UnaryOperator;

/** Builds the users of a conference (RFC 6501 section 4.6). */
public final class UsersBuilder implements UsersPart<UsersBuilder> {

    private Element users = Schema.USERS.empty();

    UsersBuilder() {}

    @Override
    public UsersBuilder users(UnaryOperator<Element> change) {
        users = change.apply(users);
        return this;
    }

    @Override
    public Element build() {
        return users;
    }
}
