package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import java.util.function.UnaryOperator;

/** Builds an endpoint of a user, or what an update changes of one (RFC 6501 section 4.6.5.6). */
public final class EndpointBuilder implements Draft {

    private Element endpoint;

    EndpointBuilder(String entity) {
        this.endpoint = Schema.USER.child(Info.ENDPOINT).empty().withAttribute(Attributes.ENTITY, entity);
    }

    /** Changes the {@code endpoint} element in a way that has no name here. */
    public EndpointBuilder edit(UnaryOperator<Element> change) {
        endpoint = change.apply(endpoint);
        return this;
    }

    /** The name for humans. */
    public EndpointBuilder displayName(String name) {
        return edit(element -> element.with(Info.DISPLAY_TEXT, name));
    }

    /** How far it is in its session, a word of {@link EndpointStatus}; the server's to say. */
    public EndpointBuilder status(String word) {
        return edit(element -> element.with(Info.STATUS, word));
    }

    /** How it came in, a word of {@link JoiningMethod}; the server's to say. */
    public EndpointBuilder joiningMethod(String word) {
        return edit(element -> element.with(Info.JOINING_METHOD, word));
    }

    /** How it left, a word of {@link DisconnectionMethod}; the server's to say. */
    public EndpointBuilder disconnectionMethod(String word) {
        return edit(element -> element.with(Info.DISCONNECTION_METHOD, word));
    }

    /** Adds a stream. */
    public EndpointBuilder media(EndpointMediaBuilder media) {
        return edit(element -> element.with(media.build()));
    }

    @Override
    public Element build() {
        return endpoint;
    }
}
