package io.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place of the data model, such as {@code info:conference-info/info:users/info:user/@entity}.
 *
 * @param types the types of the elements on the way, the root first
 * @param attribute the attribute, if the place is that of one
 */
record Place(List<ElementType> types, Optional<AttributeType> attribute) {

    static Place of(String text) {
        List<ElementType> types = new ArrayList<>(List.of(Schema.CONFERENCE_INFO));
        Optional<AttributeType> attribute = Optional.empty();
        String[] steps = text.split("/");
        for (int i = 1; i < steps.length; i++) {
            ElementType parent = types.get(types.size() - 1);
            if (steps[i].startsWith("@")) {
                attribute = parent.attribute(name(steps[i].substring(1)));
                if (attribute.isEmpty()) {
                    throw new IllegalArgumentException("no attribute " + text);
                }
            } else {
                ElementType child = parent.child(name(steps[i]));
                if (child.isForeign()) {
                    throw new IllegalArgumentException("no element " + text);
                }
                types.add(child);
            }
        }
        return new Place(List.copyOf(types), attribute);
    }

    private static Name name(String text) {
        String local = text.substring(text.indexOf(':') + 1);
        return text.startsWith("info:")
                ? Name.of(Name.INFO_NAMESPACE, local)
                : text.startsWith("xcon:")
                        ? Name.of(Name.XCON_NAMESPACE, local)
                        : text.startsWith("xml:") ? Name.of(Name.XML_NAMESPACE, local) : Name.unqualified(local);
    }

    /** The type of the element that stands there, or whose attribute does. */
    ElementType type() {
        return types.get(types.size() - 1);
    }

    /** What the value there may be; empty for an element that holds elements. */
    Optional<Datatype> datatype() {
        return attribute.map(AttributeType::datatype).or(type()::datatype);
    }

    /** Whether a clone inherits what stands there: only if it inherits all around it. */
    boolean isInherited() {
        return types.stream().skip(1).allMatch(ElementType::isInherited)
                && attribute.map(AttributeType::inherited).orElse(true);
    }

    /** The least valid document with these elements there, whatever they are. */
    Element holding(List<Element> elements) {
        if (types.size() == 1) {
            return elements.get(0);
        }
        ElementType last = types.get(types.size() - 2);
        Element least = Composer.least(last, 0).without(type().name());
        List<Node> content = new ArrayList<>(least.elements());
        content.addAll(elements);
        Element document = Element.of(last, least.attributes(), content);
        for (int i = types.size() - 3; i >= 0; i--) {
            document = Composer.least(types.get(i), 0).with(document);
        }
        return document;
    }

    /** The least valid document with this value there. */
    Element holding(String value) {
        Element least = Composer.least(type(), 0);
        return holding(List.of(
                attribute.map(row -> least.withAttribute(row.name(), value)).orElseGet(() -> least.withText(value))));
    }

    /** The least valid document with something there. */
    Element holdingOne() {
        return datatype().isPresent() && !isPartOfAKey()
                ? holding(Values.two(datatype().get()).get(0))
                : holding(List.of(Composer.least(type(), 0)));
    }

    /** Whether what stands there tells the entries of a collection apart. */
    boolean isPartOfAKey() {
        return attribute.isPresent()
                ? type().key().hasAttribute(attribute.get().name())
                : type().key() == Key.OWN_TEXT
                        || types.size() > 1 && types.get(types.size() - 2).key().hasChild(type().name());
    }

    /** The elements that stand there in {@code document}, or whose attribute does. */
    List<Element> elementsIn(Element document) {
        List<Element> found = List.of(document);
        for (ElementType type : types.subList(1, types.size())) {
            List<Element> below = new ArrayList<>();
            found.forEach(parent -> parent.children(type.name()).forEach(below::add));
            found = below;
        }
        return found;
    }

    /** The values that stand there in {@code document}. */
    List<String> valuesIn(Element document) {
        List<String> values = new ArrayList<>();
        for (Element element : elementsIn(document)) {
            if (attribute.isPresent()) {
                element.attribute(attribute.get().name()).ifPresent(values::add);
            } else {
                values.add(element.text());
            }
        }
        return values;
    }
}
