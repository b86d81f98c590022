package io.parley.user;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import java.util.function.UnaryOperator;

/**
 * What a builder can say of a user (RFC 6501 section 4.6.5).
 *
 * @param <B> the builder
 */
public interface UserPart<B> extends Draft {

    /** Changes the {@code user} element in a way that has no name here. */
    B edit(UnaryOperator<Element> change);

    /** The name for humans. */
    default B displayName(String name) {
        return edit(user -> user.with(Info.DISPLAY_TEXT, name));
    }

    /**
     * Adds an address under which he is known elsewhere. An update that names one that is there, and says nothing of it, removes it.
     */
    default B aor(String uri) {
        return edit(user -> Draft.adding(user, Info.ASSOCIATED_AORS, Info.ENTRY, entry -> entry.with(Info.URI, uri)));
    }

    /** Adds an address under which he is known elsewhere, and what it is for humans. */
    default B aor(String uri, String displayText) {
        return edit(user -> Draft.adding(
                user,
                Info.ASSOCIATED_AORS,
                Info.ENTRY,
                entry -> entry.with(Info.URI, uri).with(Info.DISPLAY_TEXT, displayText)));
    }

    /** Adds a role; an update replaces his roles by those that it states. */
    default B role(Role role) {
        return edit(user -> Draft.adding(user, Info.ROLES, Info.ENTRY, entry -> entry.withText(role.word())));
    }

    /** The languages that he prefers, as language tags. */
    default B languages(String... tags) {
        return edit(user -> user.with(Info.LANGUAGES, String.join(" ", tags)));
    }

    /** How much of him the others see, a word of {@link Anonymity}. */
    default B anonymity(String word) {
        return edit(user -> user.with(Xcon.PROVIDE_ANONYMITY, word));
    }

    /** Adds an endpoint of which nothing but the URI is said. */
    default B endpoint(String entity) {
        return endpoint(Endpoint.builder(entity));
    }

    /** Adds an endpoint. */
    default B endpoint(EndpointBuilder endpoint) {
        return edit(user -> user.with(endpoint.build()));
    }

    /** Whether he may have the focus refer others to the conference. */
    default B mayReferUsers(boolean may) {
        return edit(user -> user.with(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, Boolean.toString(may)));
    }

    /** Whether he may have the focus invite others. */
    default B mayInviteUsers(boolean may) {
        return edit(user -> user.with(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, Boolean.toString(may)));
    }

    /** Whether he may have the focus send others away. */
    default B mayRemoveUsers(boolean may) {
        return edit(user -> user.with(Xcon.ALLOW_REMOVE_USERS_DYNAMICALLY, Boolean.toString(may)));
    }
}
