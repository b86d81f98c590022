package io.parley.patch;

import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;

/** What picks some of the elements to which a step leads (RFC 5261 section 4.1). */
public sealed interface Predicate {

    /**
     * Has an attribute with this value: {@code [@entity='sip:bob@example.com']}.
     *
     * @param attribute its name
     * @param value its value
     */
    record OfAttribute(Name attribute, String value) implements Predicate {}

    /**
     * Has a child with this text: {@code [info:uri='sip:bob@example.com']}.
     *
     * @param child its name
     * @param text all text in it
     */
    record OfChild(Name child, String text) implements Predicate {}

    /**
     * Has this text: {@code [.='1']}.
     *
     * @param text all text in it
     */
    record OfText(String text) implements Predicate {}

    /**
     * Stands at this place among those that are left by what stands before: {@code [2]}.
     *
     * @param number the place, from 1; 0 picks nothing
     */
    record At(int number) implements Predicate {
        /** Refuses a negative place. */
        public At {
            if (number < 0) {
                throw new IllegalArgumentException("a place is 0 or more, not " + number);
            }
        }
    }

    /** Those of {@code ways} that it picks. */
    default <N> List<Way<N>> pick(List<Way<N>> ways, Axis<N> axis) {
        if (this instanceof At at) {
            return at.number() >= 1 && at.number() <= ways.size() ? List.of(ways.get(at.number() - 1)) : List.of();
        }
        List<Way<N>> picked = new ArrayList<>();
        for (Way<N> way : ways) {
            if (holds(way.element(), axis)) {
                picked.add(way);
            }
        }
        return picked;
    }

    private <N> boolean holds(N element, Axis<N> axis) {
        if (this instanceof OfAttribute of) {
            return axis.attribute(element, of.attribute())
                    .filter(of.value()::equals)
                    .isPresent();
        }
        if (this instanceof OfChild of) {
            return axis.elements(element).stream()
                    .anyMatch(child -> axis.name(child).equals(of.child())
                            && axis.text(child).equals(of.text()));
        }
        return this instanceof OfText of && axis.text(element).equals(of.text());
    }
}
