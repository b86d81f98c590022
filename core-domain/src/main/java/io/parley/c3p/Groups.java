package io.parley.c3p;

import io.parley.c3p.Shape.Place;
import io.parley.document.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The children of one element while they are sorted into their places and groups. */
final class Groups {

    private final Map<Place, List<Element>> placed = new LinkedHashMap<>();
    private final List<List<Element>> extensions = new ArrayList<>();

    Groups(Collection<Place> places) {
        places.forEach(place -> placed.put(place, new ArrayList<>()));
    }

    void put(Place place, Element child) {
        placed.getOrDefault(place, new ArrayList<>()).add(child);
    }

    void extend(int group, Element child) {
        while (extensions.size() <= group) {
            extensions.add(new ArrayList<>());
        }
        extensions.get(group).add(child);
    }

    /** Hands out all children in order, with a separator where a group that is not the first begins. */
    void forEach(BiConsumer<Place, Element> known, Consumer<Element> extension, Runnable separator) {
        int last = Math.max(
                extensions.size() - 1,
                placed.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .mapToInt(entry -> entry.getKey().group())
                        .max()
                        .orElse(0));
        for (int group = 0; group <= last; group++) {
            if (group > 0) {
                separator.run();
            }
            int current = group;
            placed.forEach((place, children) -> {
                if (place.group() == current) {
                    children.forEach(child -> known.accept(place, child));
                }
            });
            if (group < extensions.size()) {
                extensions.get(group).forEach(extension);
            }
        }
    }
}
