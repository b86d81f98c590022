package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The elements in an element while they are changed: what selects each, as they stand at the time. */
final class Siblings {

    private final List<Element> elements;
    private final Set<Entry> entries;

    /** Siblings of which {@code entries} tell theirs from all others, at any time. */
    Siblings(List<Element> elements, Set<Entry> entries) {
        this.elements = new ArrayList<>(elements);
        this.entries = entries;
    }

    /** Siblings that only their places tell apart. */
    static Siblings byPlace(List<Element> elements) {
        return new Siblings(elements, Set.of());
    }

    int size() {
        return elements.size();
    }

    Element get(int at) {
        return elements.get(at);
    }

    void set(int at, Element element) {
        elements.set(at, element);
    }

    void remove(int at) {
        elements.remove(at);
    }

    void addAll(int at, List<Element> run) {
        elements.addAll(at, run);
    }

    /** The step to the one at that place: by its key, by its name if no other has it, else by its place among those of its name. */
    Step step(int at) {
        Element element = elements.get(at);
        Optional<Entry> entry =
                entries.isEmpty() ? Optional.empty() : Entry.of(element).filter(entries::contains);
        if (entry.isPresent()) {
            return entry.get().step();
        }
        Name name = element.name();
        int before = 0;
        int all = 0;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).name().equals(name)) {
                before += i < at ? 1 : 0;
                all++;
            }
        }
        return all == 1 ? Step.to(name) : Step.to(name, new Predicate.At(before + 1));
    }
}
