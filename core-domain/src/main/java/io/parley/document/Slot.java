package io.parley.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place among the children of an element that is changed, inherited and overridden as one: a simple element, an entry of a keyed
 * collection, a structured element that occurs once, or all elements of a type that nothing tells apart.
 *
 * @param type the row of what stands there
 * @param key the key of the entry; empty for what is no entry of a keyed collection
 */
record Slot(ElementType type, String key) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER = Comparator.<Slot>comparingInt(
                    slot -> slot.type().rank())
            .thenComparing(slot -> slot.type().name())
            .thenComparing(Slot::key);

    /** Where {@code element} stands. */
    static Slot of(Element element) {
        return of(element.type(), element.key());
    }

    /** Where an element of {@code type} with this key stands. */
    static Slot of(ElementType type, Optional<String> key) {
        return type.isReplacedAsGroup() || key.isEmpty() ? type.slot() : new Slot(type, key.get());
    }

    /** Whether what stands there is taken over or overridden whole: nothing below it is by itself. */
    boolean isWhole() {
        return !type.isStructured()
                || type.isReplacedAsGroup()
                || (type.isReplacedWhole() && !type.isInheritedByEntry());
    }

    /** Whether what stands there holds other things together and is nothing else: it occurs once and needs no key. */
    boolean isContainer() {
        return !isWhole() && !type.isKeyed();
    }

    /** What stands there in {@code parent}. */
    List<Element> in(Element parent) {
        if (!type.isReplacedAsGroup() && type.isKeyed()) {
            return parent.entryOfKey(type.name(), key).map(List::of).orElse(List.of());
        }
        List<Element> standing = new ArrayList<>();
        parent.children(type.name()).forEach(standing::add);
        return standing;
    }

    /** This place as a step of a path. */
    Path.Step step() {
        return new Path.Step(type.name(), key.isEmpty() ? Optional.empty() : Optional.of(key), 0);
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
