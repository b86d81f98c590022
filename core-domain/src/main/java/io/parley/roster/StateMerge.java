package io.parley.roster;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an element that tells what has changed becomes part of what is known (RFC 4575 section 4.6): entries of collections are found by their
 * keys, an entry that is full takes the place of the one that is known, one that is deleted removes it, one that is partial is merged in the
 * same way; whatever has no state is replaced as a whole. Extensions, from the first separator on, have no state and are replaced together.
 */
final class StateMerge {

    private static final ElementType SIDEBAR = Schema.SIDEBARS_BY_VAL.child(Info.ENTRY);

    private static final Map<Name, List<Name>> ORDER = Map.of(
            Info.CONFERENCE_INFO, order(Schema.CONFERENCE_INFO),
            Info.ENTRY, order(SIDEBAR),
            Info.USER, order(Schema.USER),
            Info.ENDPOINT, order(Schema.USER.child(Info.ENDPOINT)),
            InfoNames.ENTITY_VIEW,
                    List.of(
                            InfoNames.ENTITY_CAPABILITIES,
                            InfoNames.ENTITY_POLICY,
                            InfoNames.ENTITY_SETTINGS,
                            InfoNames.ENTITY_STATE,
                            InfoNames.msci("entity-shared-data")));

    /** Those that can be told in part. */
    private static final Set<Name> STATEFUL = Set.of(
            Info.USERS,
            Info.USER,
            Info.ENDPOINT,
            Info.SIDEBARS_BY_REF,
            Info.SIDEBARS_BY_VAL,
            Info.ENTRY,
            InfoNames.CONFERENCE_VIEW,
            InfoNames.ENTITY_VIEW);

    private StateMerge() {}

    private static List<Name> order(ElementType parent) {
        return Stream.concat(
                        parent.children().stream()
                                .map(ElementType::name)
                                .filter(name -> name.namespace().equals(Name.INFO_NAMESPACE)),
                        Stream.of(InfoNames.CONFERENCE_VIEW))
                .toList();
    }

    /** {@code element}, which is all that is known then: without what it tells to be gone. */
    static Element settled(Element element) {
        Element settled = element;
        for (Element child : element.elements()) {
            if (STATEFUL.contains(child.name()) && State.of(child) == State.DELETED) {
                settled = settled.without(child);
            }
        }
        return settled;
    }

    /** {@code known} after {@code change}, an element of the same key that tells what has changed. */
    static Element merged(Element known, Element change) {
        List<Element> result = new ArrayList<>(head(known));
        List<Name> order = ORDER.getOrDefault(known.name(), List.of());
        List<Name> replaced = new ArrayList<>();
        for (Element told : head(change)) {
            boolean keyed = key(told).isPresent();
            if (!keyed && !isPartial(told) && !replaced.contains(told.name())) {
                result.removeIf(element -> element.name().equals(told.name()));
                replaced.add(told.name());
            }
            place(result, told, order);
        }
        List<Element> tail = tail(change).isEmpty() ? tail(known) : tail(change);
        Element merged = Foreign.element(known.name());
        for (Attribute attribute : known.attributes()) {
            merged = merged.withAttribute(attribute.name(), attribute.value());
        }
        for (Attribute attribute : change.attributes()) {
            boolean told = !attribute.name().equals(Attributes.STATE)
                    && !attribute.name().equals(InfoNames.STATE);
            merged = told ? merged.withAttribute(attribute.name(), attribute.value()) : merged;
        }
        return Foreign.with(Foreign.with(full(merged), result), tail);
    }

    /** {@code element} as one that tells all. */
    static Element full(Element element) {
        boolean extension = element.name().namespace().equals(InfoNames.MSCI);
        if (element.name().equals(Info.USER) || element.name().equals(Info.USERS)) {
            return element.withAttribute(Attributes.STATE, State.FULL.word());
        }
        return extension
                ? element.withoutAttribute(Attributes.STATE).withAttribute(InfoNames.STATE, State.FULL.word())
                : element.withoutAttribute(Attributes.STATE);
    }

    private static boolean isPartial(Element element) {
        return STATEFUL.contains(element.name()) && State.of(element) == State.PARTIAL;
    }

    private static void place(List<Element> result, Element told, List<Name> order) {
        Optional<String> key = key(told);
        State state = STATEFUL.contains(told.name()) ? State.of(told) : State.FULL;
        boolean single = key.isEmpty() && state == State.FULL;
        for (int i = 0; i < result.size() && !single; i++) {
            Element known = result.get(i);
            if (known.name().equals(told.name()) && key(known).equals(key)) {
                switch (state) {
                    case FULL -> result.set(i, told);
                    case PARTIAL -> result.set(i, merged(known, told));
                    case DELETED -> result.remove(i);
                }
                return;
            }
        }
        if (state != State.DELETED) {
            Element added = state == State.PARTIAL ? merged(Foreign.attributesOf(told), told) : told;
            result.add(position(result, told.name(), order), added);
        }
    }

    private static int position(List<Element> result, Name name, List<Name> order) {
        int rank = rank(name, order);
        int at = result.size();
        while (at > 0 && rank(result.get(at - 1).name(), order) > rank) {
            at--;
        }
        return at;
    }

    private static int rank(Name name, List<Name> order) {
        int rank = order.indexOf(name);
        return rank < 0 ? order.size() : rank;
    }

    /** By what an entry of a collection is told apart (RFC 4575 section 4.5): equal only as equal texts. */
    private static Optional<String> key(Element element) {
        Name name = element.name();
        if (name.equals(Info.MEDIA)) {
            return element.attribute(Attributes.ID);
        }
        if (name.equals(Info.ENTRY)) {
            return element.attribute(Attributes.ENTITY).or(() -> element.childText(Info.URI));
        }
        return name.equals(Info.USER) || name.equals(Info.ENDPOINT) || name.equals(InfoNames.ENTITY_VIEW)
                ? element.attribute(Attributes.ENTITY)
                : Optional.empty();
    }

    private static List<Element> head(Element element) {
        return element.elements().stream()
                .takeWhile(child -> !child.name().equals(InfoNames.SEPARATOR))
                .toList();
    }

    private static List<Element> tail(Element element) {
        return element.elements().stream()
                .dropWhile(child -> !child.name().equals(InfoNames.SEPARATOR))
                .toList();
    }
}
