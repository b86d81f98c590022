package io.parley.c3p;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.View;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/**
 * A user in a command or a roster: {@code ci:user} (RFC 4575 section 5.6, section 2.2.4.2). Changes yield another user, whose children
 * stand in the order of the schema.
 *
 * @param element the element, arranged by {@link C3pSchema#USER}
 */
public record C3pUser(Element element) implements View {

    /** Refuses, with an {@link IllegalArgumentException}, what is no user or has no URI of SIP or telephone as its entity. */
    public C3pUser {
        if (!element.name().equals(C3pNames.USER) || uri(element).isEmpty()) {
            throw new IllegalArgumentException("not a user with a sip: or tel: URI as entity: " + element.name() + " "
                    + element.attribute(C3pNames.ENTITY).orElse(""));
        }
        element = C3pSchema.USER.arranged(element);
    }

    /** A user of whom nothing is said. */
    public static C3pUser of(SipUri entity) {
        return new C3pUser(
                ElementType.foreign(C3pNames.USER).empty().withAttribute(C3pNames.ENTITY, entity.toString()));
    }

    /** The user that {@code element} is, if it is one. */
    public static Optional<C3pUser> read(Element element) {
        return element.name().equals(C3pNames.USER) && uri(element).isPresent()
                ? Optional.of(new C3pUser(element))
                : Optional.empty();
    }

    private static Optional<SipUri> uri(Element element) {
        return element.attribute(C3pNames.ENTITY).flatMap(SipUri::parse);
    }

    /** Who it is. */
    public SipUri entity() {
        return uri(element).orElseThrow();
    }

    /** The name for humans. */
    public Optional<String> displayText() {
        return text(C3pNames.DISPLAY_TEXT);
    }

    /** The roles as they are written; more than one is a fault. */
    public List<String> roles() {
        return C3pTexts.of(element, C3pNames.ROLES, C3pNames.ENTRY);
    }

    /** The role, if there is exactly one that C3P knows. */
    public Optional<C3pRole> role() {
        List<String> roles = roles();
        return roles.size() == 1 ? C3pRole.of(roles.get(0)) : Optional.empty();
    }

    /** The endpoints. */
    public List<C3pEndpoint> endpoints() {
        return entries(C3pEndpoint::new, C3pNames.ENDPOINT);
    }

    /** The endpoint, if there is exactly one. */
    public Optional<C3pEndpoint> endpoint() {
        List<C3pEndpoint> endpoints = endpoints();
        return endpoints.size() == 1 ? Optional.of(endpoints.get(0)) : Optional.empty();
    }

    /** Who endorsed it last. */
    public Optional<SipUri> endorser() {
        return attribute(C3pNames.msci("endorser")).flatMap(SipUri::parse);
    }

    /** This user under another name for humans. */
    public C3pUser withDisplayText(String name) {
        return with(C3pTexts.element(C3pNames.DISPLAY_TEXT, name));
    }

    /** This user with that role and no other. */
    public C3pUser withRole(C3pRole role) {
        return with(C3pTexts.list(C3pNames.ROLES, C3pNames.ENTRY, List.of(role.word())));
    }

    /** This user with these endpoints and no others. */
    public C3pUser withEndpoints(List<C3pEndpoint> endpoints) {
        Element others = element.without(C3pNames.ENDPOINT);
        for (C3pEndpoint endpoint : endpoints) {
            others = others.with(endpoint.element());
        }
        return new C3pUser(others);
    }

    /** This user as whole, changed or gone (RFC 4575 section 4.4). */
    public C3pUser withState(DocumentState state) {
        return withAttribute(new Attribute(C3pNames.STATE, state.word()));
    }

    /** This user as endorsed by {@code endorser}. */
    public C3pUser withEndorser(SipUri endorser, Optional<String> displayName) {
        C3pUser endorsed = withAttribute(new Attribute(C3pNames.msci("endorser"), endorser.toString()));
        return displayName
                .map(name -> endorsed.withAttribute(new Attribute(C3pNames.msci("endorser-display-name"), name)))
                .orElse(endorsed);
    }

    /** This user with {@code child} at its place. */
    public C3pUser with(Element child) {
        return new C3pUser(C3pSchema.USER.with(element, child));
    }

    private C3pUser withAttribute(Attribute attribute) {
        return new C3pUser(element.withAttribute(attribute.name(), attribute.value()));
    }

    /** Nothing but who it is: the form in which a user is told to be gone. */
    public C3pUser bare() {
        return of(entity());
    }
}
