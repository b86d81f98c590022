package io.parley.c3p;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.document.TreeBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an element of MS-CONFBAS looks like: its attributes, its text or its children, and the groups into which separators divide those.
 * A row of {@link C3pSchema}.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class Shape {

    /** How often a child is there. */
    enum Occurs {
        ONE,
        OPTIONAL,
        MANY,
        SOME;

        boolean isRequired() {
            return this == ONE || this == SOME;
        }

        boolean isRepeated() {
            return this == MANY || this == SOME;
        }
    }

    /** An attribute: its name, what it may be, and whether it has to be there. */
    record AttributePlace(Name name, TextRule rule, boolean required) {}

    /** A child: its name, what it looks like, how often it is there, and in which group. */
    record Place(Name name, Shape shape, Occurs occurs, int group) {}

    /** The namespaces that senders take for one another. */
    private static final Set<String> CONFUSED =
            Set.of("", C3pNames.CCCP, C3pNames.CI, C3pNames.CIS, C3pNames.MSCI, C3pNames.MSCP);

    private final Optional<TextRule> text;
    private final boolean open;
    private final Map<Name, AttributePlace> attributes = new LinkedHashMap<>();
    private final Map<Name, Place> places = new LinkedHashMap<>();
    private final int extensionGroup;
    private final boolean isJudged;

    Shape(ShapeBuilder builder) {
        this.isJudged = builder.isJudged;
        this.text = builder.text;
        this.open = builder.open;
        this.extensionGroup = builder.group;
        builder.attributes.forEach(attribute -> attributes.put(attribute.name(), attribute));
        builder.places.forEach(place -> places.put(place.name(), place));
    }

    /** The attributes that it has a place for. */
    Collection<AttributePlace> attributePlaces() {
        return attributes.values();
    }

    /** What its text may be, if it holds text. */
    Optional<TextRule> textRule() {
        return text;
    }

    /** The last group, which is that of the extensions. */
    int extensionGroup() {
        return extensionGroup;
    }

    /** The children that it has a place for, in order. */
    Collection<Place> places() {
        return places.values();
    }

    /** What a child of that name looks like, if there is a place for one. */
    public Optional<Shape> child(Name name) {
        return Optional.ofNullable(places.get(name)).map(Place::shape);
    }

    /**
     * {@code element} as the schema has it: children under the names that they have here, whatever namespace of C3P they were given, in
     * their order and their groups, without the white space between them. What the schema has no place for stays in its group, behind what
     * it has one for. An element that has been arranged stays as it is.
     */
    public Element arranged(Element element) {
        return arranged(element, element.name());
    }

    /** Likewise, under {@code name}. */
    public Element arranged(Element element, Name name) {
        TreeBuilder tree = new TreeBuilder(ElementType.foreign(name));
        write(element, tree);
        return tree.build();
    }

    private void write(Element element, TreeBuilder tree) {
        for (Attribute attribute : element.attributes()) {
            AttributePlace place = attributePlace(attribute.name(), element);
            tree.attribute(place.name(), place.rule().normalize(attribute.value()));
        }
        if (open) {
            element.content().forEach(node -> copy(node, tree));
        } else if (text.isPresent()) {
            tree.text(text.get().normalize(element.text()));
        } else {
            writeGroups(element, tree);
        }
    }

    private void writeGroups(Element element, TreeBuilder tree) {
        Groups groups = new Groups(places.values());
        int current = 0;
        for (Element child : element.elements()) {
            Optional<Place> place = place(child.name());
            if (isSeparator(child)) {
                current++;
            } else if (place.isPresent()) {
                groups.put(place.get(), child);
            } else {
                groups.extend(current, child);
            }
        }
        groups.forEach(
                (place, child) -> {
                    tree.start(place.name());
                    place.shape().write(child, tree);
                    tree.end();
                },
                extension -> copy(extension, tree),
                () -> tree.start(C3pNames.SEPARATOR).end());
    }

    private static void copy(Node node, TreeBuilder tree) {
        if (node instanceof Element element) {
            tree.start(element.name());
            element.attributes().forEach(attribute -> tree.attribute(attribute.name(), attribute.value()));
            element.content().forEach(inner -> copy(inner, tree));
            tree.end();
        } else if (node instanceof Text run) {
            tree.text(run.value());
        }
    }

    /** Whether a group ends here. One with something in it ends none, and is no separator. */
    static boolean isSeparator(Element element) {
        return element.name().local().equals("separator")
                && CONFUSED.contains(element.name().namespace())
                && element.elements().isEmpty()
                && element.text().isBlank();
    }

    /** The place for a child that is written {@code name}. */
    Optional<Place> place(Name name) {
        Place exact = places.get(name);
        if (exact != null || !CONFUSED.contains(name.namespace())) {
            return Optional.ofNullable(exact);
        }
        return places.values().stream()
                .filter(place -> place.name().local().equals(name.local()))
                .findFirst()
                .or(() -> places.values().stream()
                        .filter(place -> place.name().local().equalsIgnoreCase(name.local()))
                        .findFirst());
    }

    /** The place of an attribute; one that the schema does not know is kept as it is. */
    private AttributePlace attributePlace(Name name, Element element) {
        AttributePlace exact = attributes.get(name);
        if (exact != null) {
            return exact;
        }
        if (CONFUSED.contains(name.namespace())) {
            for (AttributePlace place : attributes.values()) {
                if (place.name().local().equals(name.local())
                        && element.attribute(place.name()).isEmpty()) {
                    return place;
                }
            }
        }
        return new AttributePlace(name, TextRule.TEXT, false);
    }

    /** The first thing in {@code element}, which has been arranged, that the schema does not admit, and where it is. */
    public Optional<String> fault(Element element) {
        return fault(element, element.name().local());
    }

    private Optional<String> fault(Element element, String path) {
        if (!isJudged) {
            return Optional.empty();
        }
        for (AttributePlace place : attributes.values()) {
            Optional<String> value = element.attribute(place.name());
            if (value.isEmpty() && place.required()) {
                return Optional.of(path + " needs the attribute " + place.name().local());
            }
            Optional<String> refusal = value.flatMap(place.rule()::refusal);
            if (refusal.isPresent()) {
                return Optional.of(path + "/@" + place.name().local() + ": " + refusal.get());
            }
        }
        if (open) {
            return Optional.empty();
        }
        return text.isPresent()
                ? text.get().refusal(element.text()).map(refusal -> path + ": " + refusal)
                : faultOfChildren(element, path);
    }

    private Optional<String> faultOfChildren(Element element, String path) {
        List<Name> seen = new ArrayList<>();
        for (Element child : element.elements()) {
            Place place = places.get(child.name());
            if (child.name().equals(C3pNames.SEPARATOR) && !isSeparator(child)) {
                return Optional.of(path + "/separator has to be empty");
            }
            if (place == null) {
                continue;
            }
            if (!place.occurs().isRepeated()) {
                if (seen.contains(child.name())) {
                    return Optional.of(
                            path + " holds more than one " + child.name().local());
                }
                seen.add(child.name());
            }
            Optional<String> fault =
                    place.shape().fault(child, path + "/" + child.name().local());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return missing(element, path);
    }

    private Optional<String> missing(Element element, String path) {
        for (Place place : places.values()) {
            boolean groupIsThere = place.group() == 0 || groupIsThere(element, place.group());
            if (place.occurs().isRequired()
                    && groupIsThere
                    && element.child(place.name()).isEmpty()) {
                return Optional.of(path + " needs " + place.name().local());
            }
        }
        return Optional.empty();
    }

    private boolean groupIsThere(Element element, int group) {
        return places.values().stream()
                .anyMatch(place ->
                        place.group() == group && element.child(place.name()).isPresent());
    }

    /** {@code element} with {@code child} at its place, instead of one that must not be there twice. */
    Element with(Element element, Element child) {
        Optional<Place> place = place(child.name());
        Element others = place.isPresent() && !place.get().occurs().isRepeated()
                ? element.without(place.get().name())
                : element;
        return arranged(others.with(child));
    }

    /** {@code element} without its children of that name, and without the separators that then are of no use. */
    Element without(Element element, Name child) {
        return arranged(element.without(child));
    }

    /** The children of {@code element} for which the schema has no place, in order. */
    public List<Element> extensions(Element element) {
        return element.elements().stream()
                .filter(child -> place(child.name()).isEmpty() && !isSeparator(child))
                .toList();
    }

    /** {@code element} with {@code extensions} behind all that the schema knows, in the group that is theirs. */
    public Element withExtensions(Element element, List<Element> extensions) {
        if (extensions.isEmpty()) {
            return arranged(element);
        }
        Element extended = element;
        for (int group = 0; group < extensionGroup; group++) {
            extended = extended.with(ElementType.foreign(C3pNames.SEPARATOR).empty());
        }
        for (Element extension : extensions) {
            extended = extended.with(extension);
        }
        return arranged(extended);
    }
}
