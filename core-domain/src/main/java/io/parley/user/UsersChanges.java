package io.parley.user;

import io.parley.document.Element;
import io.parley.document.Schema;
import java.util.function.UnaryOperator;

/** Builds what an update changes of the users of a conference: what it does not mention stays (RFC 6503 section 5.3.5). */
public final class UsersChanges implements UsersRemovals<UsersChanges> {

    private Element users = Schema.USERS.empty();

    UsersChanges() {}

    @Override
    public UsersChanges users(UnaryOperator<Element> change) {
        users = change.apply(users);
        return this;
    }

    @Override
    public Element build() {
        return users;
    }
}
