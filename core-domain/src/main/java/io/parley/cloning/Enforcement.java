package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.document.CloningMarks;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Excerpt;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Path;
import io.parley.identity.XconUserId;
import java.util.List;
import java.util.Optional;

/**
 * Parent enforceable elements (RFC 5239 section 7.1): an element with the mark {@code enforced} is the same in all linked descendants,
 * with all that it holds. They do not change it, remove it, or put anything into it.
 *
 * <p>The mark binds what is inherited. What a clone never takes over (its ways in, its state, endpoints) is its own, and so is the
 * record of its owner: the server puts it into the roster of every conference.
 */
public final class Enforcement {

    private Enforcement() {}

    /**
     * The first enforced element that is not the same in {@code document} as in what it inherits; empty if there is none.
     *
     * @param inherited what a linked clone inherits
     * @param document its document
     * @param owner its owner
     */
    public static Optional<Finding> contradiction(Element inherited, Element document, Optional<XconUserId> owner) {
        if (!bearsMark(inherited)) {
            return Optional.empty();
        }
        Element bound = withoutRecord(inherited, owner);
        for (Difference difference : Diff.between(bound, withoutRecord(document, owner))) {
            Optional<Path> place = isBound(difference, bound) ? enforced(difference, bound) : Optional.empty();
            if (place.isPresent()) {
                return Optional.of(new Finding(place.get().toString(), "a parent enforces it"));
            }
        }
        return Optional.empty();
    }

    /** The first enforced element that stands in {@code before} and is gone from {@code after}. */
    public static Optional<Finding> removed(Element before, Element after) {
        Excerpt places = Excerpt.of(before, after);
        Element standing = places.of(before);
        if (!bearsMark(standing)) {
            return Optional.empty();
        }
        return Diff.between(standing, places.of(after)).stream()
                .filter(difference -> difference instanceof Difference.OfElement gone
                        && gone.after().isEmpty()
                        && bearsMark(gone.before().orElseThrow()))
                .findFirst()
                .map(difference -> new Finding(difference.path().toString(), "descendants inherit it by enforcement"));
    }

    /** Whether {@code conference} enforces the record of {@code user}, by a mark on it, around it or inside. */
    public static boolean covers(Conference conference, XconUserId user) {
        Optional<Element> record = conference.user(user);
        return record.isPresent() && (covers(conference.document(), Info.USERS) || bearsMark(record.get()));
    }

    /** Whether {@code document} enforces what stands at {@code place} or would stand there, by a mark on it or around it. */
    public static boolean covers(Element document, Name... place) {
        Optional<Element> element = Optional.of(document);
        for (Name name : place) {
            if (element.filter(CloningMarks::isEnforced).isPresent()) {
                return true;
            }
            element = element.flatMap(parent -> parent.child(name));
        }
        return element.filter(CloningMarks::isEnforced).isPresent();
    }

    /** Whether this element or one inside is marked. */
    static boolean bearsMark(Element element) {
        if (CloningMarks.isEnforced(element)) {
            return true;
        }
        for (Element child : element.elements()) {
            if (bearsMark(child)) {
                return true;
            }
        }
        return false;
    }

    private static Element withoutRecord(Element document, Optional<XconUserId> owner) {
        Optional<Element> users = document.child(Info.USERS);
        Optional<Element> record = owner.flatMap(id -> users.flatMap(list -> list.entry(Info.USER, id.toString())));
        return record.isEmpty()
                ? document
                : document.replacing(users.orElseThrow(), users.orElseThrow().without(record.get()));
    }

    /** Whether what differs is of a kind that clones inherit. */
    private static boolean isBound(Difference difference, Element inherited) {
        if (!Inheritance.reaches(difference.path(), inherited.type())) {
            return false;
        }
        if (difference instanceof Difference.OfAttribute attribute) {
            return attribute
                    .type()
                    .attribute(attribute.name())
                    .map(row -> row.inherited())
                    .orElse(!attribute.name().equals(CloningMarks.CLONES));
        }
        Difference.OfElement change = (Difference.OfElement) difference;
        return change.before().isPresent()
                || Inheritance.takesSomethingOf(change.after().orElseThrow());
    }

    /** The enforced element at the place of {@code difference}, around it, or in what it takes away. */
    private static Optional<Path> enforced(Difference difference, Element inherited) {
        List<Element> way = difference.path().in(inherited);
        for (int depth = 0; depth < way.size(); depth++) {
            if (CloningMarks.isEnforced(way.get(depth))) {
                return Optional.of(difference.path().upTo(depth + 1));
            }
        }
        boolean takesAway = difference instanceof Difference.OfElement change
                && change.before().filter(Enforcement::bearsMark).isPresent();
        return takesAway ? Optional.of(difference.path()) : Optional.empty();
    }
}
