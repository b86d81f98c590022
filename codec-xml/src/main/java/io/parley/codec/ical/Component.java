package io.parley.codec.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A component with its properties and components (RFC 5545 section 3.4). Whatever is not closed is closed by what holds it; an end of
 * nothing is skipped.
 *
 * @param name in upper case
 * @param lines its properties
 * @param components what stands in it
 */
record Component(String name, List<ContentLine> lines, List<Component> components) {

    private static final int DEEPEST = 16;

    private static Component named(String name) {
        return new Component(name, new ArrayList<>(), new ArrayList<>());
    }

    /** A component without name that holds all of {@code lines}. */
    static Component of(List<ContentLine> lines) throws UnreadableCalendarException {
        Deque<Component> open = new ArrayDeque<>();
        Component all = named("");
        open.push(all);
        for (ContentLine line : lines) {
            String name = line.value().toUpperCase(Locale.ROOT);
            if (line.name().equals("BEGIN")) {
                Component begun = named(name);
                open.element().components().add(begun);
                open.push(begun);
                if (open.size() > DEEPEST) {
                    throw new UnreadableCalendarException("its components are nested deeper than " + DEEPEST);
                }
            } else if (line.name().equals("END")) {
                if (open.stream()
                        .anyMatch(component ->
                                component != all && component.name().equals(name))) {
                    while (!open.pop().name().equals(name)) {
                        // closed with what holds it
                    }
                }
            } else {
                open.element().lines().add(line);
            }
        }
        return all;
    }

    /** The first property of that name. */
    Optional<ContentLine> line(String wanted) {
        return lines.stream().filter(line -> line.name().equals(wanted)).findFirst();
    }

    /** The properties of that name. */
    List<ContentLine> all(String wanted) {
        return lines.stream().filter(line -> line.name().equals(wanted)).toList();
    }

    /** The components of that name, at any depth. */
    List<Component> within(String wanted) {
        List<Component> found = new ArrayList<>();
        for (Component component : components) {
            if (component.name().equals(wanted)) {
                found.add(component);
            } else {
                found.addAll(component.within(wanted));
            }
        }
        return found;
    }
}
