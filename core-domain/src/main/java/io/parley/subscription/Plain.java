package io.parley.subscription;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.roster.Foreign;
import io.parley.roster.State;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Elements of the conference document as RFC 4575 alone knows them: without extensions, and without the words that its schema does not admit,
 * though RFC 6501 does.
 */
final class Plain {

    private static final Set<String> IN_SESSION =
            Set.of(EndpointStatus.CONNECTED, EndpointStatus.ON_HOLD, EndpointStatus.MUTED_VIA_FOCUS);

    private static final Set<String> DIRECTIONS = Set.of("sendrecv", "sendonly", "recvonly", "inactive");

    private static final Set<Name> KEYED = Set.of(Info.ENDPOINT, Info.MEDIA, Info.ENTRY);

    /** What may stand where the schema knows a list of words, by the names of parent and element. */
    private static final Map<List<Name>, Set<String>> WORDS = Map.of(
            List.of(Info.ENDPOINT, Info.STATUS),
                    Set.of(
                            "pending",
                            "dialing-out",
                            "dialing-in",
                            "alerting",
                            "on-hold",
                            "connected",
                            "muted-via-focus",
                            "disconnecting",
                            "disconnected"),
            List.of(Info.ENDPOINT, Info.JOINING_METHOD), Set.of("dialed-in", "dialed-out", "focus-owner"),
            List.of(Info.ENDPOINT, Info.DISCONNECTION_METHOD), Set.of("departed", "booted", "failed", "busy"),
            List.of(Info.MEDIA, Info.STATUS), DIRECTIONS,
            List.of(Info.ENTRY, Info.STATUS), DIRECTIONS);

    /** The lists that the schema does not admit without entries. */
    private static final Set<Name> NEVER_EMPTY = Set.of(
            Info.CONF_URIS,
            Info.SERVICE_URIS,
            Info.URIS,
            Info.ASSOCIATED_AORS,
            Info.ROLES,
            Info.AVAILABLE_MEDIA,
            Info.CALL_INFO);

    private Plain() {}

    /** What is left of {@code element}; empty if nothing that may stand there is. */
    static Optional<Element> of(Element element) {
        Element plain = Foreign.element(element.name());
        for (Attribute attribute : element.attributes()) {
            boolean kept =
                    attribute.name().namespace().isEmpty() && !attribute.name().equals(Attributes.STATE);
            plain = kept ? plain.withAttribute(attribute.name(), attribute.value()) : plain;
        }
        List<Element> children = inOrder(element);
        if (children.isEmpty()) {
            return NEVER_EMPTY.contains(element.name())
                    ? Optional.empty()
                    : Optional.of(plain.withText(element.text()));
        }
        for (Element child : children) {
            boolean kept = child.name().namespace().equals(Name.INFO_NAMESPACE)
                    && Optional.ofNullable(WORDS.get(List.of(element.name(), child.name())))
                            .map(words -> words.contains(child.text().strip()))
                            .orElse(true);
            plain = kept ? Foreign.with(plain, of(child)) : plain;
        }
        boolean isMedium = element.name().equals(Info.ENTRY)
                && element.attribute(Attributes.LABEL).isPresent();
        boolean lacks = isMedium && plain.child(Info.TYPE).isEmpty();
        boolean emptied = plain.size() == 0 && NEVER_EMPTY.contains(element.name());
        return lacks || emptied ? Optional.empty() : Optional.of(plain);
    }

    /**
     * The children, entries of collections in the order of their keys: the document does not say when only their order changes, and then nobody
     * is told.
     */
    private static List<Element> inOrder(Element element) {
        List<Element> children = new ArrayList<>(element.elements());
        int from = 0;
        for (int to = 1; to <= children.size(); to++) {
            Name name = children.get(from).name();
            if (to == children.size() || !children.get(to).name().equals(name)) {
                if (KEYED.contains(name)) {
                    children.subList(from, to).sort(Comparator.comparing(Plain::key));
                }
                from = to;
            }
        }
        return children;
    }

    private static String key(Element entry) {
        return entry.attribute(Attributes.ENTITY)
                .or(() -> entry.attribute(Attributes.ID))
                .or(() -> entry.attribute(Attributes.LABEL))
                .or(() -> entry.childText(Info.URI))
                .orElseGet(entry::text);
    }

    /**
     * The {@code user} of that record.
     *
     * @param dialogs whether it is told by which dialogs endpoints take part (RFC 4575 section 5.7.9)
     * @param passing whether endpoints are told of that are on their way in or out (section 5.7.3)
     */
    static Element user(String entity, User record, boolean dialogs, boolean passing) {
        Element user = Foreign.element(Info.USER)
                .withAttribute(Attributes.ENTITY, entity)
                .withAttribute(Attributes.STATE, State.FULL.word());
        for (Element child : inOrder(record.element())) {
            boolean isEndpoint = child.name().equals(Info.ENDPOINT);
            boolean kept = child.name().namespace().equals(Name.INFO_NAMESPACE)
                    && (!isEndpoint || passing || isInSession(child));
            if (kept) {
                boolean whole = !isEndpoint || dialogs;
                user = Foreign.with(user, of(whole ? child : child.without(Info.CALL_INFO)));
            }
        }
        return user;
    }

    private static boolean isInSession(Element endpoint) {
        return new Endpoint(endpoint).status().map(IN_SESSION::contains).orElse(true);
    }
}
