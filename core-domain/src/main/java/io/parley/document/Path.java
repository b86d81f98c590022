package io.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an element stands in a document, from the root down.
 *
 * @param steps the root first
 */
public record Path(List<Step> steps) {

    /**
     * One element on the way.
     *
     * @param name its name
     * @param key its key among the entries of its collection, where it has one
     * @param index its position among its siblings of the same name, from 0, where there may be several without a key
     */
    public record Step(Name name, Optional<String> key, int index) {
        /** What stands there in {@code parent}. */
        Optional<Element> in(Element parent) {
            if (key.isPresent()) {
                return parent.entryOfKey(name, key.get());
            }
            int at = 0;
            for (Element child : parent.children(name)) {
                if (at++ == index) {
                    return Optional.of(child);
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            String place = key.map(text -> "[" + text.replace('\n', ' ') + "]").orElse("");
            return name + place + (index > 0 ? "[" + (index + 1) + "]" : "");
        }
    }

    /** Copies the steps. */
    public Path {
        steps = List.copyOf(steps);
    }

    /** The place of a root. */
    public static Path of(Element root) {
        return new Path(List.of()).to(root, 0);
    }

    /** The place of {@code child} below this one; {@code index} is its position among siblings of its name. */
    public Path to(Element child, int index) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(child.name(), child.key(), child.type().isKeyed() ? 0 : index));
        return new Path(longer);
    }

    /** The first {@code depth} steps of this place. */
    public Path upTo(int depth) {
        return new Path(steps.subList(0, depth));
    }

    /** The elements on the way to this place in {@code root}, that itself first, as far as they are there. */
    public List<Element> in(Element root) {
        List<Element> way = new ArrayList<>(List.of(root));
        for (Step step : steps.subList(1, steps.size())) {
            Optional<Element> next = step.in(way.get(way.size() - 1));
            if (next.isEmpty()) {
                return way;
            }
            way.add(next.get());
        }
        return way;
    }

    /** As a person reads it: {@code info:conference-info/info:users/info:user[xcon-userid:bob@example.com]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : "/").append(step);
        }
        return text.toString();
    }
}
