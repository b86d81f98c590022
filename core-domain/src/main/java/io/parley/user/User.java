package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.View;
import io.parley.document.Xcon;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code user} of a conference (RFC 6501 section 4.6.5): who he is there, and by which endpoints.
 *
 * @param element the {@code user} element
 */
public record User(Element element) implements View {

    /** Refuses any other element. */
    public User {
        if (element.type() != Schema.USER) {
            throw new IllegalArgumentException("not a user: " + element.name());
        }
    }

    /** Begins the record of {@code id} in a conference. */
    public static UserBuilder builder(XconUserId id) {
        return new UserBuilder(id);
    }

    /** Begins changes of the record of {@code id} in a conference. */
    public static UserChanges changes(XconUserId id) {
        return new UserChanges(id);
    }

    /** Who he is; an {@link IllegalArgumentException} shows what the data model does not admit as an XCON-USERID. */
    public XconUserId id() {
        return XconUserId.of(attribute(Attributes.ENTITY).orElse(""));
    }

    /** The name for humans. */
    public Optional<String> displayName() {
        return text(Info.DISPLAY_TEXT);
    }

    /** The addresses under which he is known elsewhere. */
    public List<UriEntry> associatedAors() {
        return entries(UriEntry::new, Info.ASSOCIATED_AORS, Info.ENTRY);
    }

    /** His roles in the conference (section 4.6.5.2). */
    public List<Role> roles() {
        return entries(role -> Role.of(role.text()), Info.ROLES, Info.ENTRY);
    }

    /** Whether he has that role. */
    public boolean hasRole(Role role) {
        return roles().contains(role);
    }

    /** The languages that he prefers, as language tags. */
    public List<String> languages() {
        return words(Info.LANGUAGES);
    }

    /** The focus that he is, where conferences are cascaded. */
    public Optional<String> cascadedFocus() {
        return text(Info.CASCADED_FOCUS);
    }

    /** How much of him the others see, a word of {@link Anonymity} (section 4.6.5.1); absent, all. */
    public Optional<String> anonymity() {
        return text(Xcon.PROVIDE_ANONYMITY);
    }

    /** His endpoints. */
    public List<Endpoint> endpoints() {
        return entries(Endpoint::new, Info.ENDPOINT);
    }

    /** The endpoint of that URI. */
    public Optional<Endpoint> endpoint(String entity) {
        return element.entry(Info.ENDPOINT, entity).map(Endpoint::new);
    }

    /** Whether he may have the focus refer others to the conference (section 4.6.5.3). */
    public boolean mayReferUsers() {
        return flag(Xcon.ALLOW_REFER_USERS_DYNAMICALLY).orElse(false);
    }

    /** Whether he may have the focus invite others (section 4.6.5.4). */
    public boolean mayInviteUsers() {
        return flag(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY).orElse(false);
    }

    /** Whether he may have the focus send others away (section 4.6.5.5). */
    public boolean mayRemoveUsers() {
        return flag(Xcon.ALLOW_REMOVE_USERS_DYNAMICALLY).orElse(false);
    }

    /** By what signalling he can be reached or is known: the entities of his endpoints and his addresses of record. */
    public Set<ContactUri> contacts() {
        Set<ContactUri> contacts = new LinkedHashSet<>();
        endpoints().forEach(endpoint -> ContactUri.parse(endpoint.entity()).ifPresent(contacts::add));
        element.child(Info.ASSOCIATED_AORS)
                .ifPresent(aors -> aors.children(Info.ENTRY)
                        .forEach(entry -> entry.childText(Info.URI)
                                .flatMap(ContactUri::parse)
                                .ifPresent(contacts::add)));
        return contacts;
    }
}
