package io.parley.c3p;

import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.msci2;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.View;
import io.parley.identity.SipUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint in a command or a roster: {@code ci:endpoint} (RFC 4575 section 5.7, section 2.2.2.6). Changes yield another endpoint, whose
 * children stand in the order and in the groups of the schema.
 *
 * @param element the element, arranged by {@link C3pSchema#ENDPOINT}
 */
public record C3pEndpoint(Element element) implements View {

    /** The {@code session-type} of an endpoint that is connected to the focus itself. */
    public static final String FOCUS = "focus";

    private static final Name SESSION_ON_BEHALF_OF = msci("session-on-behalf-of");
    private static final Name CLIENT_RECORDING = msci("client-recording");
    private static final Name CLIENT_INFO = msci("clientInfo");

    /** Refuses what is no endpoint with an {@link IllegalArgumentException}. */
    public C3pEndpoint {
        if (!element.name().equals(C3pNames.ENDPOINT)) {
            throw new IllegalArgumentException("not an endpoint: " + element.name());
        }
        element = C3pSchema.ENDPOINT.arranged(element);
    }

    /** An endpoint of which nothing is said. */
    public static C3pEndpoint of(String entity) {
        return new C3pEndpoint(ElementType.foreign(C3pNames.ENDPOINT).empty().withAttribute(C3pNames.ENTITY, entity));
    }

    /** What tells it apart; equal to another as a string only (section 2.2.3.1.4). */
    public Optional<String> entity() {
        return attribute(C3pNames.ENTITY);
    }

    /** What it is connected to: {@link #FOCUS}, or the type of an MCU. */
    public Optional<String> sessionType() {
        return attribute(msci("session-type"));
    }

    /** Where it is reached. */
    public Optional<SipUri> endpointUri() {
        return attribute(msci("endpoint-uri")).flatMap(SipUri::parse);
    }

    /** Where requests to it are sent instead, with the headers that are to be put into them. */
    public Optional<SipUri> referToUri() {
        return attribute(msci("refer-to-uri")).flatMap(SipUri::parse);
    }

    /** Who somebody trusted says it is. */
    public Optional<SipUri> assertedIdentity() {
        return attribute(msci("asserted-identity")).flatMap(SipUri::parse);
    }

    /** The identifier of the endpoint as the registrar of Microsoft knows it. */
    public Optional<String> epid() {
        return attribute(msci("epid"));
    }

    /** The instance identifier. */
    public Optional<String> sipInstance() {
        return attribute(msci("sip-instance"));
    }

    /** Whether it is whole, changed or gone. */
    public DocumentState state() {
        return DocumentState.of(element);
    }

    /** How far it is, a word of {@code io.parley.user.EndpointStatus}. */
    public Optional<String> status() {
        return text(C3pNames.STATUS);
    }

    /** How it came in. */
    public Optional<C3pJoiningMethod> joiningMethod() {
        return text(C3pNames.JOINING_METHOD).flatMap(C3pJoiningMethod::of);
    }

    /** Its roles as they are written; more than one is a fault. */
    public List<String> roles() {
        return C3pTexts.of(element, msci("roles"), C3pNames.ENTRY);
    }

    /** On whose behalf it takes part. */
    public Optional<SipUri> sessionOnBehalfOf() {
        return text(SESSION_ON_BEHALF_OF, msci("entity")).flatMap(SipUri::parse);
    }

    /** That and how it records, if it does. */
    public Optional<Element> clientRecording() {
        return element.child(CLIENT_RECORDING);
    }

    /** Whether its client knows what a lobby is. */
    public boolean isLobbyCapable() {
        return flag(CLIENT_INFO, msci2("lobby-capable")).orElse(false);
    }

    /** Its media. */
    public List<C3pMedia> media() {
        return entries(C3pMedia::new, C3pNames.MEDIA);
    }

    /**
     * Its children by the groups into which separators divide them, the first group first, empty groups included. Separators are in none
     * of them.
     */
    public List<List<Element>> groups() {
        List<List<Element>> groups = new ArrayList<>();
        groups.add(new ArrayList<>());
        for (Element child : element.elements()) {
            if (Shape.isSeparator(child)) {
                groups.add(new ArrayList<>());
            } else {
                groups.get(groups.size() - 1).add(child);
            }
        }
        return groups.stream().map(List::copyOf).toList();
    }

    /** This endpoint as connected to {@code type}: {@link #FOCUS}, or the type of an MCU. */
    public C3pEndpoint withSessionType(String type) {
        return withAttribute(msci("session-type"), type);
    }

    /** This endpoint as reached under {@code uri}. */
    public C3pEndpoint withEndpointUri(SipUri uri) {
        return withAttribute(msci("endpoint-uri"), uri.toString());
    }

    /** This endpoint as one to which requests are sent under {@code uri}. */
    public C3pEndpoint withReferToUri(SipUri uri) {
        return withAttribute(msci("refer-to-uri"), uri.toString());
    }

    /** This endpoint as whole, changed or gone. */
    public C3pEndpoint withState(DocumentState state) {
        return withAttribute(C3pNames.STATE, state.word());
    }

    /** This endpoint that far, in a word of {@code io.parley.user.EndpointStatus}. */
    public C3pEndpoint withStatus(String status) {
        return with(C3pTexts.element(C3pNames.STATUS, status));
    }

    /** This endpoint as come in that way. */
    public C3pEndpoint withJoiningMethod(C3pJoiningMethod method) {
        return with(C3pTexts.element(C3pNames.JOINING_METHOD, method.word()));
    }

    /** This endpoint on behalf of {@code user}. */
    public C3pEndpoint withSessionOnBehalfOf(SipUri user) {
        return with(C3pTexts.list(SESSION_ON_BEHALF_OF, msci("entity"), List.of(user.toString())));
    }

    /** This endpoint as one whose client knows what a lobby is. */
    public C3pEndpoint withLobbyCapable() {
        Element info = element.child(CLIENT_INFO)
                .orElse(ElementType.foreign(CLIENT_INFO).empty())
                .without(msci2("lobby-capable"));
        return with(info.with(C3pTexts.element(msci2("lobby-capable"), "true")));
    }

    /** This endpoint with these media and no others. */
    public C3pEndpoint withMedia(List<C3pMedia> media) {
        Element others = element.without(C3pNames.MEDIA);
        for (C3pMedia medium : media) {
            others = others.with(medium.element());
        }
        return new C3pEndpoint(others);
    }

    /** This endpoint with {@code child} at its place. */
    public C3pEndpoint with(Element child) {
        return new C3pEndpoint(C3pSchema.ENDPOINT.with(element, child));
    }

    /** This endpoint without the children of that name. */
    public C3pEndpoint without(Name child) {
        return new C3pEndpoint(C3pSchema.ENDPOINT.without(element, child));
    }

    /** This endpoint with that attribute. */
    public C3pEndpoint withAttribute(Name name, String value) {
        return new C3pEndpoint(element.withAttribute(name, value));
    }
}
