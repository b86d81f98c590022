package io.parley.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Composes elements by walking the {@link Schema}. */
final class Composer {

    /** What is composed. */
    enum Purpose {
        /** What a server keeps. */
        DOCUMENT,
        /** What an update sends that takes nothing away. */
        ADDITIONS,
        /** What an update sends. */
        CHANGES
    }

    private static final String ONE_NAMESPACE = "urn:example:one";
    private static final String OTHER_NAMESPACE = "urn:example:other";
    private static final int DEEPEST_FOREIGN = 3;
    private static final List<Name> FOREIGN_NAMES = List.of(
            Name.of(ONE_NAMESPACE, "note"),
            Name.of(ONE_NAMESPACE, "meta"),
            Name.of(OTHER_NAMESPACE, "note"),
            Name.of(Name.XCON_NAMESPACE, "future"));

    private final Choices choices;
    private final Purpose purpose;
    private final List<String> labels = new ArrayList<>();
    private boolean listsMedia;
    private int sidebars;

    Composer(Choices choices, Purpose purpose) {
        this.choices = choices;
        this.purpose = purpose;
    }

    /** The least valid element of {@code type}; entries of different numbers have different keys. */
    static Element least(ElementType type, int number) {
        return new Composer(new Choices(0, 0), Purpose.DOCUMENT).element(type, number);
    }

    /** The least element of {@code type} that is not left out for being empty. */
    static Element leastKept(ElementType type) {
        Element least = least(type, 0);
        return type.isLeftOutWhenEmpty()
                ? least.with(least(type.children().iterator().next(), 0))
                : least;
    }

    /** An element of {@code type}. */
    Element element(ElementType type) {
        return element(type, choices.below(6));
    }

    private Element element(ElementType type, int keyNumber) {
        if (type != Schema.SIDEBARS_BY_VAL.child(Info.ENTRY)) {
            return composed(type, keyNumber);
        }
        // The labels of a sidebar are its own: no floor outside is over its media.
        List<String> outside = List.copyOf(labels);
        boolean listedOutside = listsMedia;
        labels.clear();
        listsMedia = false;
        Element sidebar = composed(type, keyNumber);
        labels.clear();
        labels.addAll(outside);
        listsMedia = listedOutside;
        return sidebar;
    }

    private Element composed(ElementType type, int keyNumber) {
        List<Attribute> attributes = attributes(type, keyNumber);
        if (purpose == Purpose.CHANGES && isRemovedByItsKey(type) && choices.oneIn(6)) {
            attributes.removeIf(attribute -> !type.key().hasAttribute(attribute.name()));
            return Element.of(type, attributes, keyChild(type, keyNumber));
        }
        Element composed =
                Element.of(type, attributes, type.isStructured() ? children(type, keyNumber) : text(type, keyNumber));
        note(composed);
        return composed;
    }

    private List<Attribute> attributes(ElementType type, int keyNumber) {
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeType row : type.attributes()) {
            boolean isKey = type.key().hasAttribute(row.name()) || row.name().equals(Attributes.ENTITY);
            boolean neverKept =
                    row.name().equals(Attributes.STATE) || row.name().equals(Attributes.VERSION);
            boolean needed = isKey || row.required() && purpose == Purpose.DOCUMENT;
            boolean wanted = neverKept ? purpose != Purpose.DOCUMENT && choices.oneIn(6) : choices.oneIn(2);
            if (needed || wanted) {
                attributes.add(new Attribute(row.name(), isKey ? Values.key(row.datatype(), keyNumber) : value(row)));
            }
        }
        if (choices.oneIn(12)) {
            attributes.add(new Attribute(Name.of(ONE_NAMESPACE, "mark"), choices.of("", "a", " b ", "ü \"'<&")));
        }
        return attributes;
    }

    private String value(AttributeType row) {
        return row.datatype() == Datatype.STATE && purpose == Purpose.ADDITIONS
                ? choices.of("full", "partial")
                : Values.valid(row.datatype(), choices).replace('\n', ' ');
    }

    private List<? extends Node> text(ElementType type, int keyNumber) {
        boolean isKey = type.key() == Key.OWN_TEXT;
        if (type.name().equals(Xcon.MEDIA_LABEL) && !labels.isEmpty()) {
            return List.of(new Text(labels.get(keyNumber % labels.size())));
        }
        if (isKey) {
            return List.of(new Text(Values.key(type.datatype().orElseThrow(), keyNumber)));
        }
        return purpose == Purpose.CHANGES && choices.oneIn(6)
                ? List.of()
                : List.of(new Text(Values.valid(type.datatype().orElseThrow(), choices)));
    }

    private List<Node> children(ElementType type, int keyNumber) {
        List<Node> nodes = new ArrayList<>(keyChild(type, keyNumber));
        for (ElementType row : type.children()) {
            if (!type.key().hasChild(row.name())) {
                nodes.addAll(siblings(row));
            }
        }
        if (choices.oneIn(10)) {
            nodes.add(foreign(1));
        }
        if (choices.oneIn(20)) {
            nodes.add(foreign(1));
        }
        int ofTheKey = type.key().isChild() ? 1 : 0;
        if (isRemovedByItsKey(type) && nodes.size() == ofTheKey) {
            nodes.add(more(type).orElseThrow());
        }
        return nodes;
    }

    private static List<Node> keyChild(ElementType type, int keyNumber) {
        List<Node> nodes = new ArrayList<>();
        for (ElementType row : type.children()) {
            if (type.key().hasChild(row.name())) {
                nodes.add(row.text(Values.key(row.datatype().orElseThrow(), keyNumber)));
            }
        }
        return nodes;
    }

    private List<Element> siblings(ElementType row) {
        List<Element> siblings = new ArrayList<>();
        if (isOutOfPlace(row)) {
            return siblings;
        }
        int number = howMany(row);
        Set<Optional<String>> keys = new HashSet<>();
        for (int i = 0; i < number; i++) {
            Element sibling = element(row, row.isKeyed() ? freeNumber(i) : 0);
            boolean empty = sibling.size() == 0 && row.isLeftOutWhenEmpty() && purpose == Purpose.DOCUMENT;
            if (!empty && (!row.isKeyed() || keys.add(sibling.key()))) {
                siblings.add(sibling);
            }
        }
        return siblings;
    }

    /** Entries bear small numbers, so that two documents have some in common; beyond them the numbers follow each other. */
    private int freeNumber(int at) {
        return at < 3 ? choices.below(6) : at + 3;
    }

    private int howMany(ElementType row) {
        return switch (row.occurrence()) {
            case ONE -> purpose == Purpose.DOCUMENT || choices.oneIn(2) ? 1 : 0;
            case OPTIONAL -> choices.oneIn(2) ? 1 : 0;
            case MANY -> choices.oneIn(40) ? Children.FEW + 4 : choices.below(4);
            case SOME -> purpose == Purpose.DOCUMENT ? 1 + choices.below(3) : choices.below(3);
        };
    }

    private boolean isOutOfPlace(ElementType row) {
        boolean sidebar = row == Schema.SIDEBARS_BY_VAL.child(Info.ENTRY);
        boolean floorsWithoutMedia = row.name().equals(Xcon.CONFERENCE_FLOOR_POLICY) && listsMedia && labels.isEmpty();
        return sidebar && sidebars++ > 0 || floorsWithoutMedia;
    }

    /** Remembers the labels of the media, one of which is the label of each floor. */
    private void note(Element composed) {
        if (composed.name().equals(Info.AVAILABLE_MEDIA) && purpose == Purpose.DOCUMENT) {
            listsMedia = true;
            composed.children(Info.ENTRY)
                    .forEach(entry -> entry.attribute(Attributes.LABEL).ifPresent(labels::add));
        }
    }

    /** Whether an entry of this type with nothing but its key may mean its removal, and could hold more. */
    private static boolean isRemovedByItsKey(ElementType type) {
        return type.isStructured()
                && type.isKeyed()
                && type.attribute(Attributes.STATE).isEmpty()
                && type.children().stream().anyMatch(Composer::isMore);
    }

    private static Optional<Element> more(ElementType entry) {
        return entry.children().stream()
                .filter(Composer::isMore)
                .findFirst()
                .map(row -> row.text(Values.valid(row.datatype().orElseThrow(), new Choices(0, 1))));
    }

    private static boolean isMore(ElementType row) {
        return row.occurrence() == ElementType.Occurrence.OPTIONAL
                && row.datatype().isPresent();
    }

    /** An element that the data model does not know, with attributes, text and elements inside in any order. */
    Element foreign(int depth) {
        List<Attribute> attributes = new ArrayList<>();
        if (choices.oneIn(3)) {
            attributes.add(new Attribute(Name.unqualified("state"), choices.of("full", "of the art")));
        }
        if (choices.oneIn(3)) {
            attributes.add(new Attribute(Name.of(OTHER_NAMESPACE, "lang"), choices.of("", "de", " x ")));
        }
        List<Node> content = new ArrayList<>();
        for (int i = choices.below(4); i > 0; i--) {
            boolean afterText = !content.isEmpty() && content.get(content.size() - 1) instanceof Text;
            if (depth < DEEPEST_FOREIGN && (afterText || choices.oneIn(2))) {
                content.add(foreign(depth + 1));
            } else if (!afterText) {
                content.add(new Text(choices.of("some text", " ", "\n  ", "é & <", "AUTO")));
            }
        }
        Name name = depth > 1 && choices.oneIn(3) ? Name.unqualified("plain") : choices.of(FOREIGN_NAMES);
        return Element.of(ElementType.foreign(name), attributes, content);
    }
}
