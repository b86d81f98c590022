package io.parley.patch;

import java.util.Optional;

/**
 * An element that a selector has found, and how it was come to.
 *
 * @param above the way to its parent; empty for the root
 * @param element the element
 * @param ordinal how many elements stand before it in its parent
 * @param <N> the elements of the tree
 */
public record Way<N>(Optional<Way<N>> above, N element, int ordinal) {

    /** The way to the root of a tree. */
    static <N> Way<N> to(N root) {
        return new Way<>(Optional.empty(), root, 0);
    }

    /** The way on to a child. */
    Way<N> on(N child, int childOrdinal) {
        return new Way<>(Optional.of(this), child, childOrdinal);
    }
}
