package io.parley.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two documents. Structure that both share is skipped: comparing a document of 100,000 users with its
 * next version costs what the change cost.
 *
 * <p>Where an entry with a key stands among the other entries, and a foreign element among those of other names, means nothing and is
 * no difference.
 */
public final class Diff {

    private final List<Difference> differences = new ArrayList<>();

    private Diff() {}

    /** The differences on the way from {@code before} to {@code after}, two elements of the same type, in document order. */
    public static List<Difference> between(Element before, Element after) {
        if (!before.type().equals(after.type())) {
            throw new IllegalArgumentException(before.name() + " and " + after.name() + " are of different types");
        }
        Diff diff = new Diff();
        diff.compare(Path.of(before), before, after);
        return diff.differences;
    }

    /**
     * {@code before} with {@code differences} made; {@code between(a, b)} applied to {@code a} gives {@code b}, up to the order that
     * means nothing.
     */
    public static Element apply(Element before, List<Difference> differences) {
        Element result = before;
        for (Difference difference : differences) {
            result = make(result, difference, 1);
        }
        return result;
    }

    private void compare(Path path, Element before, Element after) {
        if (before == after) {
            return;
        }
        if (!before.type().isStructured()) {
            if (!before.equals(after)) {
                differences.add(new Difference.OfElement(path, Optional.of(before), Optional.of(after)));
            }
            return;
        }
        compareAttributes(path, before, after);
        if (before.sharesContentWith(after)) {
            return;
        }
        List<Element> own = elementsOf(before.beside(after));
        List<Element> others = elementsOf(after.beside(before));
        for (ElementType type : types(own, others)) {
            if (type.isKeyed()) {
                compareEntries(path, byKey(own, type), byKey(others, type));
            } else {
                comparePositions(path, before.children(type.name()), after.children(type.name()));
            }
        }
    }

    /** The types of all of them, in the order in which they are written. */
    private static List<ElementType> types(List<Element> own, List<Element> others) {
        List<ElementType> types = new ArrayList<>();
        for (List<Element> elements : List.of(own, others)) {
            for (Element element : elements) {
                if (!types.contains(element.type())) {
                    types.add(element.type());
                }
            }
        }
        types.sort(Comparator.comparingInt(ElementType::rank));
        return types;
    }

    private void compareAttributes(Path path, Element before, Element after) {
        if (before.attributes().equals(after.attributes())) {
            return;
        }
        Set<Name> names = new LinkedHashSet<>();
        before.attributes().forEach(attribute -> names.add(attribute.name()));
        after.attributes().forEach(attribute -> names.add(attribute.name()));
        for (Name name : names) {
            Optional<String> was = before.attribute(name);
            Optional<String> is = after.attribute(name);
            if (!was.equals(is)) {
                differences.add(new Difference.OfAttribute(path, before.type(), name, was, is));
            }
        }
    }

    private void compareEntries(Path path, Map<String, Element> was, Map<String, Element> is) {
        List<Difference> gone = new ArrayList<>();
        was.forEach((key, element) -> {
            Path place = path.to(element, 0);
            Element now = is.get(key);
            if (now == null) {
                gone.add(0, new Difference.OfElement(place, Optional.of(element), Optional.empty()));
            } else {
                compare(place, element, now);
            }
        });
        differences.addAll(gone);
        is.forEach((key, element) -> {
            if (!was.containsKey(key)) {
                differences.add(new Difference.OfElement(path.to(element, 0), Optional.empty(), Optional.of(element)));
            }
        });
    }

    private void comparePositions(Path path, Iterable<Element> before, Iterable<Element> after) {
        Iterator<Element> was = before.iterator();
        Iterator<Element> is = after.iterator();
        int position = 0;
        for (; was.hasNext() && is.hasNext(); position++) {
            Element element = was.next();
            Element now = is.next();
            if (element != now) {
                compare(path.to(element, position), element, now);
            }
        }
        List<Difference> gone = new ArrayList<>();
        for (; was.hasNext(); position++) {
            Element element = was.next();
            gone.add(0, new Difference.OfElement(path.to(element, position), Optional.of(element), Optional.empty()));
        }
        differences.addAll(gone); // the last first, so that positions hold while they are applied
        for (; is.hasNext(); position++) {
            Element element = is.next();
            differences.add(
                    new Difference.OfElement(path.to(element, position), Optional.empty(), Optional.of(element)));
        }
    }

    private static Map<String, Element> byKey(List<Element> elements, ElementType type) {
        Map<String, Element> found = new LinkedHashMap<>();
        for (Element element : elements) {
            if (element.type().equals(type)) {
                element.key().ifPresent(key -> found.put(key, element));
            }
        }
        return found;
    }

    private static List<Element> elementsOf(List<Node> nodes) {
        List<Element> elements = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** {@code element}, whose own step is the one before {@code depth}, with {@code difference} made in or below it. */
    private static Element make(Element element, Difference difference, int depth) {
        List<Path.Step> steps = difference.path().steps();
        if (depth == steps.size()) {
            if (difference instanceof Difference.OfAttribute attribute) {
                return attribute
                        .after()
                        .map(value -> element.withAttribute(attribute.name(), value))
                        .orElseGet(() -> element.withoutAttribute(attribute.name()));
            }
            return ((Difference.OfElement) difference).after().orElse(element);
        }
        Optional<Element> standing = steps.get(depth).in(element);
        if (depth == steps.size() - 1 && difference instanceof Difference.OfElement change) {
            if (change.after().isEmpty()) {
                return standing.map(element::without).orElse(element);
            }
            return standing.isPresent()
                    ? element.replacing(standing.get(), change.after().get())
                    : element.with(change.after().get());
        }
        Element below =
                standing.orElseThrow(() -> new IllegalArgumentException("nothing stands at " + difference.path()));
        return element.replacing(below, make(below, difference, depth + 1));
    }
}
