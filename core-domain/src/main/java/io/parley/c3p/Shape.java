package io.parley.c3p;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
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

    /** A child: its name, what it looks like, how often it is there, in which group, and its number among all places. */
    record Place(Name name, Shape shape, Occurs occurs, int group, int number) {}

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

    /** Whether the schema says what is a fault in it. */
    boolean isJudged() {
        return isJudged;
    }

    /** Whether its content is none of the schema's business. */
    boolean isOpen() {
        return open;
    }

    /** The place for a child of that name and no other. */
    Optional<Place> exactPlace(Name name) {
        return Optional.ofNullable(places.get(name));
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
        Arrangement arrangement = new Arrangement(this);
        return element.name().equals(name) && arrangement.isKept(element) ? element : arrangement.of(element, name);
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
    AttributePlace attributePlace(Name name, Element element) {
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
        return new ShapeFault(this).first(element, element.name().local());
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
