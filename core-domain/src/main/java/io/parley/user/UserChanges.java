package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import java.util.function.UnaryOperator;

/** Builds what an update changes of the record of a user: what it does not mention stays (RFC 6503 section 5.3.6). */
public final class UserChanges implements UserPart<UserChanges> {

    private Element user;

    UserChanges(XconUserId id) {
        this.user = Schema.USER.empty().withAttribute(Attributes.ENTITY, id.toString());
    }

    @Override
    public UserChanges edit(UnaryOperator<Element> change) {
        user = change.apply(user);
        return this;
    }

    @Override
    public Element build() {
        return user;
    }

    /** Removes the name for humans. */
    public UserChanges withoutDisplayName() {
        return emptying(Info.DISPLAY_TEXT);
    }

    /** Removes the preferred languages. */
    public UserChanges withoutLanguages() {
        return emptying(Info.LANGUAGES);
    }

    /** Shows him to the others again. */
    public UserChanges withoutAnonymity() {
        return emptying(Xcon.PROVIDE_ANONYMITY);
    }

    /** Removes an address. */
    public UserChanges withoutAor(String uri) {
        return edit(changes -> Draft.withoutUri(changes, Info.ASSOCIATED_AORS, uri));
    }

    /** Removes an endpoint. */
    public UserChanges withoutEndpoint(String entity) {
        return edit(
                changes -> changes.with(Endpoint.builder(entity).build().withAttribute(Attributes.STATE, "deleted")));
    }

    /** Removes a stream of an endpoint, which has to be there. */
    public UserChanges withoutMedia(String endpoint, String id) {
        return edit(changes -> {
            Element standing = changes.entry(Info.ENDPOINT, endpoint)
                    .orElseGet(() -> Endpoint.builder(endpoint).build());
            return changes.with(
                    standing.with(EndpointMedia.builder(id).build().withAttribute(Attributes.STATE, "deleted")));
        });
    }

    private UserChanges emptying(Name name) {
        return edit(changes -> Draft.emptying(changes, name));
    }
}
