package io.parley.roster;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A document that an MCU publishes, and what MS-CONFBAS section 2.2.5 and RFC 4575 demand of it.
 *
 * @param document its root
 */
record McuDocument(Element document) {

    /** No child of an {@code entity-view} is longer, in bytes. */
    static final int LONGEST = 2048;

    private static final long MOST = 0xFFFF_FFFFL;

    /** What is wrong with it, if it comes from the MCU of {@code uri}. */
    Optional<String> fault(SipUri uri) {
        if (!document.name().equals(Info.CONFERENCE_INFO)) {
            return Optional.of("an MCU publishes conference-info, not " + document.name());
        }
        if (version().isEmpty()) {
            return Optional.of(
                    "version is '" + document.attribute(Attributes.VERSION).orElse("") + "'");
        }
        return badState(document).or(this::faultOfUsers).or(() -> faultOfView(uri));
    }

    /** Its version; empty if that is none. */
    Optional<Long> version() {
        return document.attribute(Attributes.VERSION)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .filter(number -> number <= MOST);
    }

    /** How much it tells. */
    State state() {
        return State.of(document);
    }

    /** How much {@code child} of it tells: below a root that is full everything is. */
    State stateOf(Element child) {
        return state() == State.FULL ? State.FULL : State.of(child);
    }

    /** Its users. */
    Optional<Element> users() {
        return document.child(Info.USERS);
    }

    /** Its {@code conference-view}. */
    Optional<Element> view() {
        return document.child(InfoNames.CONFERENCE_VIEW);
    }

    /** The one {@code entity-view} in it. */
    Optional<Element> entityView() {
        return view().flatMap(view -> view.child(InfoNames.ENTITY_VIEW));
    }

    /** By what its users are told apart; empty if that of {@code user} is no URI of signalling. */
    static Optional<String> key(Element user) {
        return user.attribute(Attributes.ENTITY).flatMap(SipUri::parse).map(Provisioning::key);
    }

    private static Optional<String> badState(Element element) {
        return State.parse(element).isPresent()
                ? Optional.empty()
                : Optional.of("no state of " + element.name() + ": '"
                        + element.attribute(InfoNames.STATE)
                                .or(() -> element.attribute(Attributes.STATE))
                                .orElse("") + "'");
    }

    private Optional<String> faultOfUsers() {
        if (users().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> fault = badState(users().get());
        Set<String> keys = new HashSet<>();
        for (Element user : users().get().children(Info.USER)) {
            fault = fault.or(() -> faultOf(user, keys));
        }
        return fault;
    }

    private static Optional<String> faultOf(Element user, Set<String> known) {
        String name = "user '" + user.attribute(Attributes.ENTITY).orElse("") + "'";
        Optional<String> key = key(user);
        if (key.isEmpty()) {
            return Optional.of(name + " is no URI of signalling");
        }
        if (!known.add(key.get())) {
            return Optional.of(name + " stands there twice");
        }
        List<Element> endpoints = all(user, Info.ENDPOINT);
        if (endpoints.size() > 1) {
            return Optional.of(name + " has " + endpoints.size() + " endpoints, and one at most is allowed");
        }
        return badState(user)
                .or(() -> endpoints.stream()
                        .findFirst()
                        .flatMap(McuDocument::faultOfEndpoint)
                        .map(fault -> name + ": " + fault));
    }

    private static Optional<String> faultOfEndpoint(Element endpoint) {
        if (endpoint.attribute(Attributes.ENTITY)
                .filter(entity -> !entity.isBlank())
                .isEmpty()) {
            return Optional.of("an endpoint without entity");
        }
        if (State.parse(endpoint).filter(state -> state != State.PARTIAL).isEmpty()) {
            return Optional.of("the state of an endpoint is full or deleted, not '"
                    + endpoint.attribute(Attributes.STATE).orElse("") + "'");
        }
        Set<String> ids = new HashSet<>();
        for (Element media : endpoint.children(Info.MEDIA)) {
            Optional<String> id = media.attribute(Attributes.ID);
            if (id.isEmpty()) {
                return Optional.of("media without id");
            }
            if (!ids.add(id.get())) {
                return Optional.of("media '" + id.get() + "' stands there twice");
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfView(SipUri uri) {
        if (view().isEmpty()) {
            return Optional.empty();
        }
        List<Element> views = all(view().get(), InfoNames.ENTITY_VIEW);
        if (views.size() != 1) {
            return Optional.of("conference-view has " + views.size() + " entity-view, and exactly one is demanded");
        }
        Element view = views.get(0);
        String entity = view.attribute(Attributes.ENTITY).orElse("");
        if (SipUri.parse(entity).filter(uri::isEquivalentTo).isEmpty()) {
            return Optional.of("the entity-view is that of '" + entity + "' and not of " + uri);
        }
        return badState(view().get()).or(() -> badState(view)).or(() -> tooLong(view));
    }

    private static Optional<String> tooLong(Element view) {
        return first(view.elements(), child -> {
            long size = Fragment.size(child);
            return size <= LONGEST
                    ? Optional.empty()
                    : Optional.of(child.name().local() + " has " + size + " bytes, and " + LONGEST + " are allowed");
        });
    }

    private static Optional<String> first(List<Element> elements, Function<Element, Optional<String>> check) {
        return elements.stream()
                .flatMap(element -> check.apply(element).stream())
                .findFirst();
    }

    private static List<Element> all(Element parent, Name name) {
        List<Element> found = new ArrayList<>();
        parent.children(name).forEach(found::add);
        return found;
    }
}
