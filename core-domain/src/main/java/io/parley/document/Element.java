package io.parley.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of the conference document: a type, attributes, and what it contains.
 *
 * <p>Immutable; every change yields a new element that shares all it can with the old one. Children stand in the order in which the
 * schema writes them, whatever the order of arrival (RFC 6501 section 5 admits any, its appendix B prescribes one); the content of
 * foreign elements stays in the order in which it came. Two elements are equal when name, attributes and content are. Safe to share
 * between threads.
 */
public final class Element implements Node {

    private final ElementType type;
    private final List<Attribute> attributes;
    private final Children children;

    /**
     * Whether {@link Validation} found nothing in this element and all below. Written without synchronisation on purpose: it only ever
     * turns from false to true, and a thread that misses it checks again.
     */
    private boolean knownValid;

    /**
     * What the latest version of this element in which nothing was found contained. What this version shares with it need not be looked
     * at again. Written without synchronisation as well: to miss it costs time only.
     */
    private @Nullable Children knownValidContent;

    private Element(ElementType type, List<Attribute> attributes, Children children) {
        this.type = type;
        this.attributes = attributes;
        this.children = children;
    }

    /** The next version of this element. */
    private Element next(List<Attribute> nextAttributes, Children nextChildren) {
        Element next = new Element(type, nextAttributes, nextChildren);
        next.knownValidContent = knownValid ? children : knownValidContent;
        return next;
    }

    /** An element of {@code type} with these attributes and these nodes inside, each already in the form that its type gives it. */
    static Element of(ElementType type, List<Attribute> attributes, List<? extends Node> content) {
        return new Element(
                type, ordered(type, attributes), content.isEmpty() ? FewChildren.NONE : Children.of(content));
    }

    private static List<Attribute> ordered(ElementType type, List<Attribute> attributes) {
        if (attributes.size() < 2) {
            return List.copyOf(attributes);
        }
        List<Attribute> ordered = new ArrayList<>(attributes);
        ordered.sort(attributeOrder(type));
        return List.copyOf(ordered);
    }

    private static Comparator<Attribute> attributeOrder(ElementType type) {
        List<Name> known = type.attributes().stream().map(AttributeType::name).toList();
        return Comparator.<Attribute>comparingInt(attribute -> {
                    int at = known.indexOf(attribute.name());
                    return at < 0 ? known.size() : at;
                })
                .thenComparing(Attribute::name);
    }

    /** Its row in the schema, or a foreign type. */
    public ElementType type() {
        return type;
    }

    /** Its name. */
    public Name name() {
        return type.name();
    }

    /** Its attributes: those of the data model in the order of the schema, then the foreign ones by name. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** The value of an attribute, if it is there. */
    public Optional<String> attribute(Name name) {
        // No iterator: this is asked more often than anything else.
        for (int at = 0; at < attributes.size(); at++) {
            Attribute attribute = attributes.get(at);
            if (attribute.name().equals(name)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** All that it contains, in order. */
    public Iterable<Node> content() {
        return children;
    }

    /** The number of nodes that it contains. */
    public int size() {
        return children.size();
    }

    /**
     * How much there is of it, at a glance: the number of characters in its names, attribute values and texts, and in all below. Takes
     * a time in proportion to what it does not share with elements that were asked before.
     */
    public long weight() {
        long weight = name().local().length() + children.weight();
        for (Attribute attribute : attributes) {
            weight += attribute.name().local().length() + attribute.value().length();
        }
        return weight;
    }

    /** The text directly inside, empty if there is none. */
    public String text() {
        if (children.size() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Node node : children) {
            if (node instanceof Text run) {
                text.append(run.value());
            }
        }
        return text.toString();
    }

    /** The first child of that name. */
    public Optional<Element> child(Name name) {
        return children.first(type.child(name));
    }

    /** The text of the first child of that name. */
    public Optional<String> childText(Name name) {
        return child(name).map(Element::text);
    }

    /** The element that {@code names} lead to, each the first child of its name. */
    public Optional<Element> at(Name... names) {
        Optional<Element> found = Optional.of(this);
        for (Name name : names) {
            found = found.flatMap(element -> element.child(name));
        }
        return found;
    }

    /** The text of the element that {@code names} lead to. */
    public Optional<String> textAt(Name... names) {
        return at(names).map(Element::text);
    }

    /** The children of that name, in order. */
    public Iterable<Element> children(Name name) {
        return children.all(type.child(name));
    }

    /** The number of children of a name that the data model has here; takes O(log n) steps. */
    public int count(Name name) {
        ElementType counted = type.child(name);
        if (counted.isForeign()) {
            throw new IllegalArgumentException(name + " is foreign in " + name());
        }
        return children.count(counted);
    }

    /** All child elements, in order. */
    public List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node node : children) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /**
     * The entry of the keyed collection {@code name} that has this key: the values of its key attributes in the order of the schema, or
     * the text that is its key. Takes a number of steps logarithmic in the size of the collection.
     */
    public Optional<Element> entry(Name name, String... key) {
        ElementType entries = type.child(name);
        return children.entry(entries, entries.key().join(List.of(key)));
    }

    /** The entry of the keyed collection {@code name} whose {@link #key} this is. */
    Optional<Element> entryOfKey(Name name, String key) {
        return children.entry(type.child(name), key);
    }

    /** This element with an attribute set. */
    public Element withAttribute(Name name, String value) {
        List<Attribute> changed = new ArrayList<>(attributes.size() + 1);
        attributes.stream().filter(attribute -> !attribute.name().equals(name)).forEach(changed::add);
        String normalized =
                type.attribute(name).map(row -> row.datatype().normalize(value)).orElse(value);
        changed.add(new Attribute(name, normalized));
        return next(ordered(type, changed), children);
    }

    /** This element without an attribute. */
    public Element withoutAttribute(Name name) {
        if (attribute(name).isEmpty()) {
            return this;
        }
        return next(
                attributes.stream()
                        .filter(attribute -> !attribute.name().equals(name))
                        .toList(),
                children);
    }

    /** This element with {@code text} in place of what it contains. */
    public Element withText(String text) {
        String normalized =
                type.datatype().map(datatype -> datatype.normalize(text)).orElse(text);
        return new Element(
                type,
                attributes,
                normalized.isEmpty() ? FewChildren.NONE : new FewChildren(List.of(new Text(normalized))));
    }

    /**
     * This element with {@code child} in it: in place of the entry with the same key, in place of the one of the same name where there
     * is at most one, else behind the others of its name.
     */
    public Element with(Element child) {
        Optional<Element> standing = counterpart(child);
        return standing.isPresent() ? replacing(standing.get(), child) : next(attributes, children.adding(child));
    }

    /** The child that {@link #with} would replace by {@code child}. */
    Optional<Element> counterpart(Element child) {
        if (child.type.isKeyed()) {
            return child.key().flatMap(key -> children.entry(child.type, key));
        }
        return child.type.occurrence().isCollection() ? Optional.empty() : children.first(child.type);
    }

    /** This element with a child of that name in it that holds {@code text}. */
    public Element with(Name child, String text) {
        return with(type.child(child).text(text));
    }

    /** This element with {@code now} in the place of its child {@code was}. */
    public Element replacing(Element was, Element now) {
        return was == now ? this : next(attributes, children.replacing(was, now));
    }

    /** This element without its child {@code was}. */
    public Element without(Element was) {
        return next(attributes, children.removing(was));
    }

    /** This element without its children of that name. */
    public Element without(Name name) {
        Children left = children.removingAll(type.child(name));
        return left == children ? this : next(attributes, left);
    }

    /**
     * This element with these nodes in place of what it contains, put into the order in which they are written. Each element among them
     * has to be of the type that its name has here, else an {@link IllegalArgumentException} names it.
     */
    public Element withContent(List<? extends Node> content) {
        for (Node node : content) {
            if (node instanceof Element child && !child.type.equals(type.child(child.name()))) {
                throw new IllegalArgumentException(child.name() + " is of another type than in " + name());
            }
        }
        return next(attributes, content.isEmpty() ? FewChildren.NONE : Children.of(content));
    }

    /** This element without children and text. */
    public Element withoutContent() {
        return new Element(type, attributes, FewChildren.NONE);
    }

    /** An element of this type with the key of this one, and nothing else. */
    Element withNothingButItsKey() {
        Key key = type.key();
        List<Attribute> parts = attributes.stream()
                .filter(attribute -> key.hasAttribute(attribute.name()))
                .toList();
        List<Element> inside = key.isChild()
                ? elements().stream()
                        .filter(child -> key.hasChild(child.name()))
                        .toList()
                : List.of();
        return of(type, parts, inside);
    }

    Element as(ElementType other) {
        return new Element(other, attributes, children);
    }

    /** Its key among the entries of its collection; empty if its type has none or a part of the key is missing. */
    Optional<String> key() {
        return type.isKeyed() ? type.key().of(this) : Optional.empty();
    }

    /** The nodes inside that are not shared with {@code other}, and possibly some that are. */
    List<Node> beside(Element other) {
        return children.beside(other.children);
    }

    /**
     * Where this element differs from a later version of it, by the place in what it contains; takes a number of steps in proportion to what
     * differs. Empty if they are no two versions of one long list of entries with distinct keys.
     */
    public Optional<List<Shift>> shiftsTo(Element later) {
        return children instanceof ManyChildren many && later.children instanceof ManyChildren others
                ? many.shiftsTo(others)
                : Optional.empty();
    }

    boolean sharesContentWith(Element other) {
        return children == other.children;
    }

    boolean isKnownValid() {
        return knownValid;
    }

    void markValid() {
        knownValid = true;
        knownValidContent = null;
    }

    /**
     * The nodes inside that are not shared with a version of this element in which nothing was found; empty if no such version is
     * known, or if a comparison with it would not save work.
     */
    Optional<List<Node>> notKnownValid() {
        Children valid = knownValidContent;
        return valid instanceof ManyChildren && children instanceof ManyChildren many && many.hasDistinctKeys()
                ? Optional.of(many.beside(valid))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Element that
                        && name().equals(that.name())
                        && attributes.equals(that.attributes)
                        && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), attributes, children);
    }

    /** For people who debug: the element as something like XML, with the usual prefixes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<").append(name());
        attributes.forEach(attribute -> text.append(' ')
                .append(attribute.name())
                .append("=\"")
                .append(attribute.value())
                .append('"'));
        if (children.size() == 0) {
            return text.append("/>").toString();
        }
        text.append('>');
        children.forEach(node -> text.append(node instanceof Text run ? run.value() : node.toString()));
        return text.append("</").append(name()).append('>').toString();
    }
}
