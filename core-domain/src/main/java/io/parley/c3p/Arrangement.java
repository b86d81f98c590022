package io.parley.c3p;

import io.parley.c3p.Shape.AttributePlace;
import io.parley.c3p.Shape.Place;
import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.document.TreeBuilder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Brings an element into the form of the schema.
 *
 * @param shape what the element is to look like
 */
record Arrangement(Shape shape) {

    Element of(Element element, Name name) {
        TreeBuilder tree = new TreeBuilder(ElementType.foreign(name));
        write(element, tree);
        return tree.build();
    }

    /** Whether there is nothing to do, so that what stands in a document is shared and not copied whenever it is looked at. */
    boolean isKept(Element element) {
        for (Attribute attribute : element.attributes()) {
            AttributePlace place = shape.attributePlace(attribute.name(), element);
            if (!place.name().equals(attribute.name())
                    || !place.rule().normalize(attribute.value()).equals(attribute.value())) {
                return false;
            }
        }
        if (shape.isOpen()) {
            return true;
        }
        if (shape.textRule().isPresent()) {
            String value = element.text();
            return element.size() == (value.isEmpty() ? 0 : 1)
                    && shape.textRule().get().normalize(value).equals(value);
        }
        return isInOrder(element);
    }

    private boolean isInOrder(Element element) {
        int group = 0;
        int number = -1;
        boolean hasExtension = false;
        boolean isGroupEmpty = false;
        for (Node node : element.content()) {
            if (!(node instanceof Element child)) {
                return false;
            }
            isGroupEmpty = Shape.isSeparator(child);
            if (isGroupEmpty) {
                if (!child.name().equals(C3pNames.SEPARATOR)
                        || child.size() + child.attributes().size() > 0) {
                    return false;
                }
                group++;
                hasExtension = false;
                continue;
            }
            Place place = shape.place(child.name()).orElse(null);
            if (place == null) {
                hasExtension = true;
            } else if (hasExtension
                    || !place.name().equals(child.name())
                    || place.group() != group
                    || place.number() < number
                    || !new Arrangement(place.shape()).isKept(child)) {
                return false;
            } else {
                number = place.number();
            }
        }
        return !isGroupEmpty;
    }

    private void write(Element element, TreeBuilder tree) {
        Set<Name> written = new HashSet<>();
        for (Attribute attribute : element.attributes()) {
            AttributePlace place = shape.attributePlace(attribute.name(), element);
            if (written.add(place.name())) {
                tree.attribute(place.name(), place.rule().normalize(attribute.value()));
            }
        }
        if (shape.isOpen()) {
            element.content().forEach(node -> copy(node, tree));
        } else if (shape.textRule().isPresent()) {
            tree.text(shape.textRule().get().normalize(element.text()));
        } else {
            writeGroups(element, tree);
        }
    }

    private void writeGroups(Element element, TreeBuilder tree) {
        Groups groups = new Groups(shape.places());
        int current = 0;
        for (Element child : element.elements()) {
            Optional<Place> place = shape.place(child.name());
            if (Shape.isSeparator(child)) {
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
                    new Arrangement(place.shape()).write(child, tree);
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
}
