package io.parley.patch;

import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What locates the target of an operation (RFC 5261 sections 4.1 and 8): steps from the root of the document down, and what is meant of
 * the element to which they lead.
 *
 * @param id the {@code xml:id} of the element from which the steps go; empty for the document, whose one child is the root
 * @param steps the steps, the outermost first; there are none if {@code id} is meant itself, or a neighbour of the root
 * @param end what is meant
 */
public record Selector(Optional<String> id, List<Step> steps, End end) {

    private static final Name XML_ID = Name.of(Name.XML_NAMESPACE, "id");

    /** Copies the steps. */
    public Selector {
        steps = List.copyOf(steps);
    }

    /** What selects the root of that name. */
    static Selector of(Name root) {
        return new Selector(Optional.empty(), List.of(Step.to(root)), End.ELEMENT);
    }

    /** What selects a child of what this selects. */
    Selector to(Step step) {
        List<Step> further = new ArrayList<>(steps);
        further.add(step);
        return new Selector(id, further, end);
    }

    /** What selects something of the element that this selects. */
    Selector to(End of) {
        return new Selector(id, steps, of);
    }

    /** The elements to which the steps lead in the tree below {@code root}; more than one are too many, and may be fewer than all. */
    public <N> List<Way<N>> locate(N root, Axis<N> axis) {
        List<Way<N>> found;
        int from = 0;
        if (id.isPresent()) {
            found = new ArrayList<>();
            identified(Way.to(root), axis, id.get(), found);
        } else if (steps.isEmpty()) {
            return List.of();
        } else {
            found = steps.get(0).from(List.of(Way.to(root)), axis);
            from = 1;
        }
        for (Step step : steps.subList(from, steps.size())) {
            List<Way<N>> next = new ArrayList<>();
            for (Way<N> way : found) {
                next.addAll(step.from(children(way, axis), axis));
            }
            found = next;
        }
        return found;
    }

    private static <N> List<Way<N>> children(Way<N> way, Axis<N> axis) {
        List<Way<N>> children = new ArrayList<>();
        for (N child : axis.elements(way.element())) {
            children.add(way.on(child, children.size()));
        }
        return children;
    }

    private static <N> void identified(Way<N> way, Axis<N> axis, String id, List<Way<N>> found) {
        if (axis.attribute(way.element(), XML_ID).filter(id::equals).isPresent()) {
            found.add(way);
        }
        children(way, axis).forEach(child -> identified(child, axis, id, found));
    }

    /** As {@link io.parley.document.Element#weight}: about how long it is when it is written. */
    long weight() {
        long weight = 0;
        for (Step step : steps) {
            for (Name name : step.names()) {
                weight += name.local().length();
            }
            for (Predicate predicate : step.predicates()) {
                weight += predicate instanceof Predicate.OfAttribute of
                        ? of.attribute().local().length() + of.value().length()
                        : predicate instanceof Predicate.OfChild of
                                ? of.child().local().length() + of.text().length()
                                : predicate instanceof Predicate.OfText of
                                        ? of.text().length()
                                        : 1;
            }
        }
        return weight;
    }
}
