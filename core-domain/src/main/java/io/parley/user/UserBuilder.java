package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.identity.XconUserId;
import java.util.function.UnaryOperator;

/** Builds the record of a user in a conference (RFC 6501 section 4.6.5). */
public final class UserBuilder implements UserPart<UserBuilder> {

    private Element user;

    UserBuilder(XconUserId id) {
        this.user = Schema.USER.empty().withAttribute(Attributes.ENTITY, id.toString());
    }

    @Override
    public UserBuilder edit(UnaryOperator<Element> change) {
        user = change.apply(user);
        return this;
    }

    @Override
    public Element build() {
        return user;
    }
}
