package io.parley.examples.focus.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import java.util.Map;
import java.util.TreeMap;

/** What a client makes of the documents that it gets (RFC 4575 section 4.6): its users, its views and its other parts. */
final class RosterOfClient {

    private final Map<String, Element> users = new TreeMap<>();
    private final Map<String, Element> views = new TreeMap<>();
    private final Map<String, Element> parts = new TreeMap<>();
    private long version;

    /** What a client knows that is told {@code document} alone. */
    static RosterOfClient of(Element document) {
        RosterOfClient roster = new RosterOfClient();
        roster.take(document);
        return roster;
    }

    /** Applies {@code document}; says whether it fits, or has to be told all again. */
    boolean apply(Element document) {
        long number = version(document);
        if (number <= version) {
            return true;
        }
        if (number != version + 1 && !isFull(document)) {
            return false;
        }
        version = number;
        take(document);
        return true;
    }

    static long version(Element document) {
        return Long.parseLong(document.attribute(Attributes.VERSION).orElseThrow());
    }

    private static boolean isFull(Element document) {
        return document.attribute(Attributes.STATE).filter("full"::equals).isPresent();
    }

    private void take(Element document) {
        if (isFull(document)) {
            users.clear();
            views.clear();
            parts.clear();
        }
        for (Element part : document.elements()) {
            switch (part.name().local()) {
                case "users" ->
                    part.elements().forEach(user -> {
                        oneRole(user);
                        entry(users, user);
                    });
                case "conference-view" -> part.elements().forEach(view -> entry(views, view));
                default -> parts.put(part.name().local(), part);
            }
        }
    }

    private static void entry(Map<String, Element> entries, Element entry) {
        String entity = entry.attribute(Attributes.ENTITY).orElseThrow();
        if (entry.attribute(Attributes.STATE).filter("deleted"::equals).isPresent()) {
            entries.remove(entity);
        } else {
            entries.put(entity, withoutState(entry));
        }
    }

    private static void oneRole(Element user) {
        boolean isGone =
                user.attribute(Attributes.STATE).filter("deleted"::equals).isPresent();
        long roles = user.elements().stream()
                .filter(part -> part.name().local().equals("roles"))
                .mapToLong(part -> part.elements().size())
                .sum();
        assertThat(roles).as("roles of %s", user).isEqualTo(isGone ? 0 : 1);
    }

    private static Element withoutState(Element part) {
        Element plain = part;
        for (Attribute attribute : part.attributes()) {
            plain = attribute.name().local().equals("state") ? plain.withoutAttribute(attribute.name()) : plain;
        }
        return plain;
    }

    /** All that this client shows its user. */
    Map<String, Map<String, Element>> shown() {
        return Map.of("users", users, "views", views, "parts", parts);
    }
}
