package io.parley.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an element contains, in the order in which it is written: by the rank that the schema gives each type, and within a rank in
 * the order of arrival.
 *
 * <p>Two representations behind one contract: a list for the many elements that hold few nodes, and sorted persistent maps for the
 * few that hold many, where changing one entry must not copy the others.
 */
abstract sealed class Children implements Iterable<Node> permits FewChildren, ManyChildren {

    /** Up to this many nodes a list is smaller and faster. */
    static final int FEW = 24;

    private static final Comparator<Node> BY_RANK = Comparator.comparingInt(Children::rank);

    /** These nodes, put into the order in which they are written. */
    static Children of(List<? extends Node> nodes) {
        List<Node> ordered = new ArrayList<>(nodes);
        ordered.sort(BY_RANK);
        return ordered.size() <= FEW ? new FewChildren(ordered) : ManyChildren.inOrder(ordered);
    }

    /** The place of a node among its siblings. */
    static int rank(Node node) {
        return node instanceof Element element ? element.type().rank() : ElementType.FOREIGN_RANK;
    }

    /** The number of nodes. */
    abstract int size();

    /** The number of characters in all of them, names and attribute values included. */
    abstract long weight();

    static long weight(Node node) {
        return node instanceof Element element
                ? element.weight()
                : ((Text) node).value().length();
    }

    /** The number of nodes of the rank of {@code type}, which the schema names. */
    abstract int count(ElementType type);

    /** The elements of a type, in order. */
    abstract Iterable<Element> all(ElementType type);

    /** The first element of a type. */
    abstract Optional<Element> first(ElementType type);

    /** The entry of a keyed type with this key. */
    abstract Optional<Element> entry(ElementType type, String key);

    /** These nodes and {@code child} behind the others of its rank. */
    abstract Children adding(Element child);

    /** These nodes with {@code now} in the place of {@code was}, which is one of them and has the same type. */
    abstract Children replacing(Element was, Element now);

    /** These nodes without {@code was}, which is one of them. */
    abstract Children removing(Element was);

    /** These nodes without the elements of {@code type}. */
    Children removingAll(ElementType type) {
        Children left = this;
        for (Element element : all(type)) {
            left = left.removing(element);
        }
        return left;
    }

    /** The nodes that are not shared with {@code other}, and possibly some that are. */
    abstract List<Node> beside(Children other);

    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Children that) || size() != that.size()) {
            return false;
        }
        Iterator<Node> theirs = that.iterator();
        for (Node node : this) {
            if (!node.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        int hash = 1;
        for (Node node : this) {
            hash = 31 * hash + node.hashCode();
        }
        return hash;
    }
}
