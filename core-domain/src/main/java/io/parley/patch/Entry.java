package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tells an entry of a keyed collection from the others, as a step says it.
 *
 * @param name its name
 * @param predicates its key
 */
record Entry(Name name, List<Predicate> predicates) {

    /** What tells {@code element} from the others; empty if nothing does that a selector could say. */
    static Optional<Entry> of(Element element) {
        ElementType type = element.type();
        List<Predicate> predicates = new ArrayList<>();
        for (Name name : type.keyAttributes()) {
            Optional<String> value = element.attribute(name);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            predicates.add(new Predicate.OfAttribute(name, value.get()));
        }
        if (type.keyChild().isPresent()) {
            Name name = type.keyChild().get();
            List<Element> keys = new ArrayList<>();
            element.children(name).forEach(keys::add);
            if (keys.size() != 1) {
                return Optional.empty();
            }
            predicates.add(new Predicate.OfChild(name, Tree.AXIS.text(keys.get(0))));
        }
        if (type.isKeyedByText()) {
            predicates.add(new Predicate.OfText(Tree.AXIS.text(element)));
        }
        return predicates.isEmpty() || !predicates.stream().allMatch(Entry::isWritable)
                ? Optional.empty()
                : Optional.of(new Entry(element.name(), predicates));
    }

    /** Whether its literal can be written: not with both quotes nor with line breaks (RFC 5261 section 8). */
    private static boolean isWritable(Predicate predicate) {
        String literal = predicate instanceof Predicate.OfAttribute of
                ? of.value()
                : predicate instanceof Predicate.OfChild of ? of.text() : ((Predicate.OfText) predicate).text();
        return !(literal.contains("'") && literal.contains("\""))
                && literal.chars().noneMatch(Character::isISOControl);
    }

    Step step() {
        return new Step(List.of(name), predicates);
    }
}
