package io.parley.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies what a request sends to what is there; the request holds changes and not the whole (RFC 6503 section 5.3.4).
 *
 * <table>
 *   <caption>What stands in the request, and what becomes of it</caption>
 *   <tr><th>a simple element with text</th><td>replaces</td></tr>
 *   <tr><th>a simple element, empty</th><td>removes</td></tr>
 *   <tr><th>a structured element</th><td>is merged into the one that is there</td></tr>
 *   <tr><th>an entry of a keyed collection</th><td>is merged into the one with its key, or added</td></tr>
 *   <tr><th>an entry with nothing but its key</th><td>removes that entry, unless entries of its type have a state by which they are
 *       removed</td></tr>
 *   <tr><th>{@code state="deleted"} on an entry of a keyed collection</th><td>removes the entry</td></tr>
 *   <tr><th>an element that the schema marks as replaced whole</th><td>replaces</td></tr>
 *   <tr><th>an attribute</th><td>replaces</td></tr>
 *   <tr><th>an empty attribute of {@link CloningMarks}</th><td>removes the mark; one that is not mentioned stays, also on what is
 *       replaced</td></tr>
 *   <tr><th>a foreign element</th><td>replaces the one of the same name at the same place</td></tr>
 * </table>
 *
 * <p>No {@code state} and no {@code version} is ever kept. What the request does not mention stays, and is shared.
 */
public final class Merge {

    private final boolean creating;

    private Merge(boolean creating) {
        this.creating = creating;
    }

    /** {@code current} after {@code changes}, an element of the same type. */
    public static Element update(Element current, Element changes) {
        return new Merge(false).merge(current, changes);
    }

    /** {@code base} with {@code given} over it, in a creation: an entry with nothing but its key is created and never removes. */
    public static Element create(Element base, Element given) {
        return new Merge(true).merge(base, given);
    }

    private Element merge(Element current, Element changes) {
        Element merged = mergeAttributes(current, changes);
        if (!current.type().isStructured()) {
            return merged.text().equals(changes.text()) ? merged : merged.withText(changes.text());
        }
        Set<ElementType> done = new HashSet<>();
        for (Element change : changes.elements()) {
            ElementType type = change.type();
            if (type.isReplacedAsGroup()) {
                if (done.add(type)) {
                    merged = replaceGroup(merged, listOf(changes.children(type.name())), type);
                }
            } else {
                merged = mergeChild(merged, change);
            }
        }
        return merged;
    }

    private Element mergeAttributes(Element current, Element changes) {
        Element merged = current;
        for (Attribute attribute : changes.attributes()) {
            Name name = attribute.name();
            boolean isKey = current.type().key().hasAttribute(name) || name.equals(Attributes.ENTITY);
            boolean keptAsWritten = isKey && current.attribute(name).isPresent();
            boolean marks = name.equals(Attributes.STATE) || name.equals(Attributes.VERSION);
            boolean same =
                    current.attribute(name).filter(attribute.value()::equals).isPresent();
            if (CloningMarks.contain(name) && attribute.value().isEmpty()) {
                merged = merged.withoutAttribute(name);
            } else if (!keptAsWritten && !marks && !same) {
                merged = merged.withAttribute(name, attribute.value());
            }
        }
        return merged;
    }

    private Element mergeChild(Element parent, Element change) {
        Optional<Element> standing = parent.counterpart(change);
        if (removes(change)) {
            return standing.map(parent::without).orElse(parent);
        }
        Element merged = standing.isPresent() ? over(standing.get(), change) : cleaned(change);
        if (merged.size() == 0 && merged.type().isLeftOutWhenEmpty()) {
            return standing.map(parent::without).orElse(parent);
        }
        if (standing.isEmpty()) {
            return parent.with(merged);
        }
        // What was merged and did not change is the very element; only what replaces is worth a comparison.
        boolean same = change.type().isReplacedWhole() && merged.equals(standing.get());
        return same ? parent : parent.replacing(standing.get(), merged);
    }

    private Element over(Element standing, Element change) {
        return change.type().isReplacedWhole() ? cleaned(CloningMarks.kept(standing, change)) : merge(standing, change);
    }

    private boolean removes(Element change) {
        ElementType type = change.type();
        if (type.isKeyed()
                && change.attribute(Attributes.STATE).filter("deleted"::equals).isPresent()) {
            return true;
        }
        if (!type.isStructured()) {
            return change.size() == 0;
        }
        boolean hasState = type.attribute(Attributes.STATE).isPresent();
        return !creating && type.isKeyed() && !hasState && holdsNothingButItsKey(change);
    }

    private static boolean holdsNothingButItsKey(Element entry) {
        Key key = entry.type().key();
        return entry.size() == 0
                && entry.attributes().stream().allMatch(attribute -> key.hasAttribute(attribute.name()));
    }

    /** Something new as it is kept: nothing empty that would remove, no state, no version. */
    private static Element cleaned(Element change) {
        return new Merge(true).merge(change.type().empty(), change);
    }

    private static Element replaceGroup(Element parent, List<Element> given, ElementType type) {
        List<Element> standing = listOf(parent.children(type.name()));
        Element merged = parent;
        if (type.isForeign()) {
            for (int i = 0; i < given.size(); i++) {
                if (i >= standing.size()) {
                    merged = merged.with(withoutEmptyMarks(given.get(i)));
                    continue;
                }
                Element now = withoutEmptyMarks(CloningMarks.kept(standing.get(i), given.get(i)));
                if (!standing.get(i).equals(now)) {
                    merged = merged.replacing(standing.get(i), now);
                }
            }
            return merged;
        }
        List<Element> kept = given.stream()
                .filter(element -> element.type().isStructured() || element.size() > 0)
                .map(Merge::cleaned)
                .toList();
        if (kept.equals(standing)) {
            return parent;
        }
        for (Element old : standing) {
            merged = merged.without(old);
        }
        for (Element element : kept) {
            merged = merged.with(element);
        }
        return merged;
    }

    private static Element withoutEmptyMarks(Element foreign) {
        return foreign.attribute(CloningMarks.ENFORCED).filter(String::isEmpty).isPresent()
                ? foreign.withoutAttribute(CloningMarks.ENFORCED)
                : foreign;
    }

    private static List<Element> listOf(Iterable<Element> elements) {
        List<Element> list = new ArrayList<>();
        elements.forEach(list::add);
        return list;
    }
}
