package io.parley.document;

import io.parley.persistent.PersistentMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one element has of its own over another of its type: attributes, and parts at places among its children. Immutable; recording
 * one change takes O(log n) steps at each level.
 *
 * @param attributes the values of its own attributes; empty for one that it does not take over
 * @param parts what it has of its own at which place
 */
record Layer(PersistentMap<Name, Optional<String>> attributes, PersistentMap<Slot, Part> parts) {

    static final Layer NOTHING = new Layer(PersistentMap.empty(), PersistentMap.empty());

    /** What stands at a place. */
    sealed interface Part {}

    /**
     * These elements and no others, whatever is inherited; none if what is inherited is removed.
     *
     * @param elements in their order
     */
    record Whole(List<Element> elements) implements Part {}

    /**
     * What is inherited, with something of its own inside.
     *
     * @param seed what tells the element apart, and nothing else: what its own parts are put into when nothing is inherited
     * @param own what is its own inside
     * @param stays whether the element is there even if it holds nothing of its own and is not inherited
     */
    record Within(Element seed, Layer own, boolean stays) implements Part {
        Within with(Layer changed) {
            return new Within(seed, changed, stays);
        }
    }

    /** All of {@code element}. */
    static Layer of(Element element) {
        Layer layer = NOTHING;
        for (Attribute attribute : element.attributes()) {
            layer = layer.with(attribute.name(), Optional.of(attribute.value()));
        }
        Map<Slot, List<Element>> children = new LinkedHashMap<>();
        for (Element child : element.elements()) {
            children.computeIfAbsent(Slot.of(child), slot -> new ArrayList<>()).add(child);
        }
        for (Map.Entry<Slot, List<Element>> child : children.entrySet()) {
            layer = layer.with(child.getKey(), added(child.getKey(), child.getValue()));
        }
        return layer;
    }

    boolean isEmpty() {
        return attributes.isEmpty() && parts.isEmpty();
    }

    /** {@code inherited} with this over it; what this does not touch is shared. */
    Element over(Element inherited) {
        Element result = inherited;
        for (Map.Entry<Name, Optional<String>> attribute : attributes) {
            Name name = attribute.getKey();
            Optional<String> value = attribute.getValue();
            if (value.isEmpty()) {
                result = result.withoutAttribute(name);
            } else if (!result.attribute(name).equals(value)) {
                result = result.withAttribute(name, value.get());
            }
        }
        for (Map.Entry<Slot, Part> part : parts) {
            result = over(result, part.getKey(), part.getValue());
        }
        return result;
    }

    private static Element over(Element parent, Slot slot, Part part) {
        List<Element> inherited = slot.in(parent);
        if (part instanceof Whole whole) {
            return replacing(parent, inherited, whole.elements());
        }
        Within within = (Within) part;
        if (inherited.isEmpty()) {
            Element made = within.own().over(within.seed());
            return made == within.seed() && !within.stays() ? parent : parent.with(made);
        }
        Element standing = inherited.get(0);
        Element made = within.own().over(standing);
        boolean emptied = made.size() == 0 && standing.size() > 0 && slot.type().isLeftOutWhenEmpty();
        return emptied ? parent.without(standing) : parent.replacing(standing, made);
    }

    private static Element replacing(Element parent, List<Element> inherited, List<Element> own) {
        if (inherited.size() == 1 && own.size() == 1) {
            return parent.replacing(inherited.get(0), own.get(0));
        }
        Element result = parent;
        for (Element element : inherited) {
            result = result.without(element);
        }
        for (Element element : own) {
            result = result.with(element);
        }
        return result;
    }

    /**
     * This layer after {@code difference}, of which the first {@code depth} steps lead to the element of this layer.
     *
     * @param now the element as the difference has made it
     */
    Layer recording(Difference difference, int depth, Element now) {
        List<Path.Step> steps = difference.path().steps();
        if (depth == steps.size()) {
            Difference.OfAttribute attribute = (Difference.OfAttribute) difference;
            return with(attribute.name(), attribute.after());
        }
        Slot slot = slot(steps.get(depth), now);
        List<Element> standing = slot.in(now);
        Optional<Part> part = parts.get(slot);
        boolean isOwn = part.filter(Whole.class::isInstance).isPresent();
        if (isOwn || slot.isWhole()) {
            return with(slot, new Whole(standing));
        }
        if (depth == steps.size() - 1 && difference instanceof Difference.OfElement) {
            return with(slot, added(slot, standing));
        }
        Element below = standing.get(0);
        Within within =
                part.map(Within.class::cast).orElseGet(() -> new Within(below.withNothingButItsKey(), NOTHING, false));
        return with(slot, within.with(within.own().recording(difference, depth + 1, below)));
    }

    /** This layer without what it has of its own at the place of {@code difference} although {@code inherited} has the same there. */
    Layer settling(Difference difference, int depth, Element inherited) {
        List<Path.Step> steps = difference.path().steps();
        if (depth == steps.size()) {
            Name name = ((Difference.OfAttribute) difference).name();
            return attributes
                            .get(name)
                            .filter(inherited.attribute(name)::equals)
                            .isPresent()
                    ? new Layer(attributes.without(name), parts)
                    : this;
        }
        Slot slot = slot(steps.get(depth), inherited);
        Optional<Part> part = parts.get(slot);
        if (part.isEmpty()) {
            return this;
        }
        List<Element> standing = slot.in(inherited);
        if (part.get() instanceof Whole whole) {
            return same(whole.elements(), standing) ? without(slot) : this;
        }
        Within within = (Within) part.get();
        if (standing.isEmpty()) {
            return within.own().isEmpty() && !within.stays() ? without(slot) : this;
        }
        boolean ends = depth == steps.size() - 1 && difference instanceof Difference.OfElement;
        Layer own = ends
                ? between(standing.get(0), within.own().over(standing.get(0)))
                : within.own().settling(difference, depth + 1, standing.get(0));
        return own.isEmpty() ? without(slot) : with(slot, within.with(own));
    }

    /** In what {@code after} differs from {@code before}. */
    static Layer between(Element before, Element after) {
        Layer layer = NOTHING;
        for (Difference difference : Diff.between(before, after)) {
            layer = layer.recording(difference, 1, after);
        }
        return layer;
    }

    /** The first place at which both this layer and {@code other} have something of their own. */
    Optional<List<Path.Step>> collision(Layer other) {
        for (Map.Entry<Name, Optional<String>> attribute : attributes) {
            if (other.attributes.containsKey(attribute.getKey())) {
                return Optional.of(List.of(new Path.Step(attribute.getKey(), Optional.empty(), 0)));
            }
        }
        for (Map.Entry<Slot, Part> part : parts) {
            Optional<Part> rival = other.parts.get(part.getKey());
            Optional<List<Path.Step>> below = rival.flatMap(their -> collision(part.getValue(), their));
            if (below.isPresent()) {
                List<Path.Step> steps = new ArrayList<>(List.of(part.getKey().step()));
                steps.addAll(below.get());
                return Optional.of(steps);
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Path.Step>> collision(Part own, Part their) {
        return own instanceof Within one && their instanceof Within other
                ? one.own().collision(other.own())
                : Optional.of(List.of());
    }

    /** This layer with something of its own at {@code slot}. */
    Layer with(Slot slot, Part part) {
        return new Layer(attributes, parts.with(slot, part));
    }

    private Layer with(Name attribute, Optional<String> value) {
        return new Layer(attributes.with(attribute, value), parts);
    }

    private Layer without(Slot slot) {
        return new Layer(attributes, parts.without(slot));
    }

    private static Slot slot(Path.Step step, Element parent) {
        return Slot.of(parent.type().child(step.name()), step.key());
    }

    /** What came as it is kept: a container as its content, so that others may put more into it. */
    private static Part added(Slot slot, List<Element> elements) {
        return slot.isContainer() && elements.size() == 1
                ? new Within(slot.type().empty(), of(elements.get(0)), true)
                : new Whole(elements);
    }

    private static boolean same(List<Element> own, List<Element> inherited) {
        boolean same = own.size() == inherited.size();
        for (int i = 0; same && i < own.size(); i++) {
            same = Diff.between(own.get(i), inherited.get(i)).isEmpty();
        }
        return same;
    }
}
