package io.parley.document;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Applies what a request sends, which was written with an earlier version of the document in mind, to the document as it is.
 *
 * <p>What the request changes is what differs between the earlier version and that version after the request; what it sends unchanged
 * asks for nothing. If something of that was changed in the meantime as well, be it to the same, the two collide: the same attribute,
 * simple element, entry, or element that is replaced whole, or one of them around the other. Else the result has both changes.
 *
 * @param merged the current document after the changes of the request
 * @param collision the first place that both have changed
 */
public record ThreeWayMerge(Element merged, Optional<Path> collision) {

    /** {@code current} after {@code changes}, which are based on {@code base}. */
    public static ThreeWayMerge of(Element base, Element current, Element changes) {
        return of(base, current, changes, UnaryOperator.identity());
    }

    /** The same, where only what is {@code seen} of {@code base} and {@code current} collides with anything. */
    public static ThreeWayMerge of(Element base, Element current, Element changes, UnaryOperator<Element> seen) {
        Overlay asked = Overlay.between(base, Merge.update(base, changes));
        Overlay changed = Overlay.between(seen.apply(base), seen.apply(current));
        return new ThreeWayMerge(asked.over(current), asked.collision(changed));
    }
}
