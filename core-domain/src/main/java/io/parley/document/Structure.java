package io.parley.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand inside an element: its attributes and its children, in the order in which they are written. */
final class Structure {

    /** No attribute and no child of the data model; foreign ones are at home everywhere. */
    static final Structure NOTHING = new Structure(List.of(), List.of());

    private final Map<Name, AttributeType> attributes = new LinkedHashMap<>();
    private final Map<Name, ElementType> children = new LinkedHashMap<>();
    private final Map<Name, ElementType> readings = new LinkedHashMap<>();

    Structure(List<AttributeType> attributes, List<ElementType> children) {
        attributes.forEach(attribute -> this.attributes.put(attribute.name(), attribute));
        int rank = 0;
        for (ElementType child : children) {
            this.children.put(child.name(), child);
            this.readings.put(child.name(), child);
            child.placeAt(rank++);
        }
    }

    /** This structure, which reads {@code alias} as another spelling of its child {@code name}. */
    Structure reading(Name alias, Name name) {
        ElementType child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("no child " + name + " that " + alias + " could be a spelling of");
        }
        readings.put(alias, child);
        return this;
    }

    Map<Name, AttributeType> attributes() {
        return attributes;
    }

    Map<Name, ElementType> children() {
        return children;
    }

    /** The type of a child that is written {@code name} here. */
    Optional<ElementType> child(Name name) {
        return Optional.ofNullable(readings.get(name));
    }
}
