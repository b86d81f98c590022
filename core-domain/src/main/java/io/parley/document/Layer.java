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

    /** This layer and all of {@code element}. */
    Layer with(Element element) {
        Layer layer = this;
        for (Attribute attribute : element.attributes()) {
            layer = layer.with(attribute.name(), Optional.of(attribute.value()));
        }
        Map<Slot, List<Element>> children = new LinkedHashMap<>();
        for (Element child : element.elements()) {
            children.computeIfAbsent(Slot.of(child), slot -> new ArrayList<>()).add(child);
        }
        for (Map.Entry<Slot, List<Element>> child : children.entrySet()) {
            layer = layer.with(child.getKey(), layer.added(child.getKey(), child.getValue()));
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
        if (part instanceof Part.Whole whole) {
            return replacing(parent, inherited, whole.elements());
        }
        Part.Within within = (Part.Within) part;
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
        boolean isOwn = part.filter(Part.Whole.class::isInstance).isPresent();
        if (isOwn || slot.isWhole()) {
            return with(slot, new Part.Whole(standing));
        }
        if (depth == steps.size() - 1 && difference instanceof Difference.OfElement change) {
            return with(
                    slot,
                    slot.isContainer() && standing.isEmpty() && slot.type().isLeftOutWhenEmpty()
                            ? emptied(part, change.before().orElseThrow())
                            : added(slot, standing));
        }
        Element below = standing.get(0);
        Part.Within within = part.map(Part.Within.class::cast)
                .orElseGet(() -> new Part.Within(below.withNothingButItsKey(), NOTHING, false));
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
        if (part.get() instanceof Part.Whole whole) {
            return same(whole.elements(), standing) ? without(slot) : this;
        }
        Part.Within within = (Part.Within) part.get();
        Element below = standing.isEmpty() ? within.seed() : standing.get(0);
        Layer own = depth == steps.size() - 1 && difference instanceof Difference.OfElement change
                ? settled(within.own(), below, change)
                : within.own().settling(difference, depth + 1, below);
        boolean needed = !own.isEmpty() || within.stays() && standing.isEmpty();
        return needed ? with(slot, within.with(own)) : without(slot);
    }

    /** {@code own} after an element came or went: what was removed by earlier changes stays so, even if nothing shows it now. */
    private static Layer settled(Layer own, Element inherited, Difference.OfElement change) {
        Layer earlier = own;
        for (Element gone : change.before().map(Element::elements).orElse(List.of())) {
            earlier = earlier.without(Slot.of(gone));
        }
        return between(inherited, own.over(inherited)).withRemovalsOf(earlier);
    }

    private Layer withRemovalsOf(Layer earlier) {
        Layer result = this;
        for (Map.Entry<Slot, Part> part : earlier.parts) {
            Optional<Part> standing = parts.get(part.getKey());
            if (part.getValue() instanceof Part.Whole whole) {
                result = whole.elements().isEmpty() && standing.isEmpty() ? result.with(part.getKey(), whole) : result;
            } else if (part.getValue() instanceof Part.Within within) {
                Layer below = standing.filter(Part.Within.class::isInstance)
                        .map(one -> ((Part.Within) one).own())
                        .orElse(NOTHING);
                Layer kept = below.withRemovalsOf(within.own());
                boolean whole = standing.filter(Part.Whole.class::isInstance).isPresent();
                result = whole || kept == below
                        ? result
                        : result.with(
                                part.getKey(),
                                standing.map(Part.Within.class::cast)
                                        .orElse(new Part.Within(within.seed(), NOTHING, false))
                                        .with(kept));
            }
        }
        return result;
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
        return own instanceof Part.Within one && their instanceof Part.Within other
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

    /** What came as it is kept: a container as its content, so that others may put more into it; what was removed from it stays so. */
    private Part added(Slot slot, List<Element> elements) {
        Optional<Part> standing = parts.get(slot);
        if (!slot.isContainer()
                || elements.size() != 1
                || standing.filter(Part.Whole.class::isInstance).isPresent()) {
            return new Part.Whole(elements);
        }
        Layer own = standing.map(part -> ((Part.Within) part).own()).orElse(NOTHING);
        return new Part.Within(slot.type().empty(), own.with(elements.get(0)), true);
    }

    /** A container that went because it was emptied: what it held is removed, and not what others may put into it later. */
    private static Part emptied(Optional<Part> standing, Element before) {
        Layer own = standing.map(part -> ((Part.Within) part).own()).orElse(NOTHING);
        for (Element child : before.elements()) {
            own = own.with(Slot.of(child), new Part.Whole(List.of()));
        }
        for (Attribute attribute : before.attributes()) {
            own = own.with(attribute.name(), Optional.empty());
        }
        return new Part.Within(before.type().empty(), own, false);
    }

    private static boolean same(List<Element> own, List<Element> inherited) {
        boolean same = own.size() == inherited.size();
        for (int i = 0; same && i < own.size(); i++) {
            same = Diff.between(own.get(i), inherited.get(i)).isEmpty();
        }
        return same;
    }
}
