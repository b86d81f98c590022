package io.parley.patch;

import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a selector, from an element to some of its children.
 *
 * @param names the names to try one after the other, of which the first that is there counts; none for a {@code *}, which is any name
 * @param predicates what picks some of them, each from those that the one before has left
 */
public record Step(List<Name> names, List<Predicate> predicates) {

    /** Copies the lists. */
    public Step {
        names = List.copyOf(names);
        predicates = List.copyOf(predicates);
    }

    /** The step to children of one name. */
    static Step to(Name name, Predicate... predicates) {
        return new Step(List.of(name), List.of(predicates));
    }

    /** Where it leads from {@code children}, which are those of one element. */
    <N> List<Way<N>> from(List<Way<N>> children, Axis<N> axis) {
        List<Way<N>> named = named(children, axis);
        for (Predicate predicate : predicates) {
            named = predicate.pick(named, axis);
        }
        return named;
    }

    private <N> List<Way<N>> named(List<Way<N>> children, Axis<N> axis) {
        List<Way<N>> found = names.isEmpty() ? children : List.of();
        for (int i = 0; i < names.size() && found.isEmpty(); i++) {
            Name name = names.get(i);
            found = new ArrayList<>();
            for (Way<N> child : children) {
                if (axis.name(child.element()).equals(name)) {
                    found.add(child);
                }
            }
        }
        return found;
    }
}
