package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client knows from the documents of one subscription (RFC 4575 section 4.6), which insists that their versions follow each other
 * and that they are as section 4.4 has them.
 */
final class Roster {

    private final List<Element> documents = new ArrayList<>();
    private final Map<String, Element> users = new LinkedHashMap<>();
    private final Map<String, Element> views = new LinkedHashMap<>();
    private Optional<Element> description = Optional.empty();
    private long version;

    void take(Element document) {
        String state = attribute(document, "state");
        assertThat(Long.parseLong(attribute(document, "version"))).isEqualTo(++version);
        if (state.equals("full")) {
            users.clear();
            views.clear();
            child(document, "users")
                    .ifPresent(all -> assertThat(all.elements())
                            .allMatch(user -> attribute(user, "state").equals("full")));
        } else {
            assertThat(state).isEqualTo("partial");
            assertThat(documents).as("a full document comes first").isNotEmpty();
        }
        documents.add(document);
        description = child(document, "conference-description").or(() -> description);
        child(document, "users").ifPresent(all -> merge(all, users));
        child(document, "conference-view").ifPresent(all -> merge(all, views));
    }

    private static void merge(Element all, Map<String, Element> known) {
        for (Element one : all.elements()) {
            String entity = attribute(one, "entity");
            if (attribute(one, "state").equals("deleted")) {
                assertThat(one.elements()).as("what is gone").isEmpty();
                assertThat(known.remove(entity)).as("it was known: %s", entity).isNotNull();
            } else {
                known.put(entity, one);
            }
        }
    }

    /** The documents, in order. */
    List<Element> documents() {
        return List.copyOf(documents);
    }

    Element last() {
        return documents.get(documents.size() - 1);
    }

    /** Who is there. */
    List<String> users() {
        return List.copyOf(users.keySet());
    }

    Element user(String uri) {
        return Optional.ofNullable(users.get(uri)).orElseThrow(() -> new AssertionError("no " + uri + ": " + users()));
    }

    /** The entity-view of {@code entity}. */
    Element view(String entity) {
        return Optional.ofNullable(views.get(entity))
                .orElseThrow(() -> new AssertionError("no " + entity + ": " + views.keySet()));
    }

    List<String> views() {
        return List.copyOf(views.keySet());
    }

    /** {@code locked} of an entity-view; empty if it does not say. */
    String locked(String entity) {
        return text(view(entity), "entity-state", "locked");
    }

    String role(String uri) {
        return text(user(uri), "roles", "entry");
    }

    Element description() {
        return description.orElseThrow();
    }

    /** How {@code uri} is connected: for each endpoint its session-type and its status. */
    List<String> endpoints(String uri) {
        return user(uri).elements().stream()
                .filter(it -> it.name().local().equals("endpoint"))
                .map(it -> attribute(it, "session-type") + " " + text(it, "status"))
                .toList();
    }

    /** The endpoint of {@code uri} with that session-type. */
    Element endpoint(String uri, String type) {
        return user(uri).elements().stream()
                .filter(it -> it.name().local().equals("endpoint")
                        && attribute(it, "session-type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Element> child(Element element, String local) {
        return element.elements().stream()
                .filter(it -> it.name().local().equals(local))
                .findFirst();
    }

    static Element at(Element element, String... path) {
        Element found = element;
        for (String local : path) {
            Element within = found;
            found = child(within, local).orElseThrow(() -> new AssertionError("no " + local + " in " + within));
        }
        return found;
    }

    /** The text at {@code path}, empty if there is none. */
    static String text(Element element, String... path) {
        Optional<Element> found = Optional.of(element);
        for (String local : path) {
            found = found.flatMap(it -> child(it, local));
        }
        return found.map(Element::text).orElse("");
    }

    /** The value of the attribute of that local name, empty if there is none. */
    static String attribute(Element element, String local) {
        return element.attributes().stream()
                .filter(it -> it.name().local().equals(local))
                .map(it -> it.value())
                .findFirst()
                .orElse("");
    }

    static List<String> partsOf(Element element) {
        return element.elements().stream().map(it -> it.name().local()).toList();
    }
}
