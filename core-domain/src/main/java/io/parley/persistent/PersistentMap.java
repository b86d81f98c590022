package io.parley.persistent;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map with structural sharing: every change yields a new map and leaves the old one as it was.
 *
 * <p>A weight-balanced tree (Adams 1992, with the balance parameters 3 and 2 proved by Hirai and Yamamoto 2011). Look-up, insertion
 * and removal take O(log n) steps and copy O(log n) nodes; {@link #differences} between two versions costs in proportion to what
 * differs. Neither keys nor values are ever null. Safe to share between threads.
 *
 * @param <K> the keys, in their natural order
 * @param <V> the values
 */
public final class PersistentMap<K extends Comparable<K>, V> implements Iterable<Map.Entry<K, V>> {

    private static final int DELTA = 3;
    private static final int RATIO = 2;
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null);

    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** The map without entries. */
    @SuppressWarnings("unchecked") // an empty map holds no key and no value of any type
    public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    /** The number of entries. */
    public int size() {
        return size(root);
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return root == null;
    }

    /** The value of {@code key}, if it has one. */
    public Optional<V> get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    /** Whether {@code key} has a value. */
    public boolean containsKey(K key) {
        return get(key).isPresent();
    }

    /** How many keys are below {@code bound}. */
    public int countBelow(K bound) {
        int count = 0;
        Node<K, V> node = root;
        while (node != null) {
            if (node.key.compareTo(bound) < 0) {
                count += size(node.left) + 1;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return count;
    }

    /** The entry with the highest key below {@code bound}, if there is one. */
    public Optional<Map.Entry<K, V>> below(K bound) {
        Node<K, V> best = null;
        Node<K, V> node = root;
        while (node != null) {
            if (node.key.compareTo(bound) < 0) {
                best = node;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return best == null ? Optional.empty() : Optional.of(best.entry());
    }

    /** This map with {@code key} bound to {@code value}. */
    public PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(insert(root, key, value));
    }

    /** This map without {@code key}; this very map if it holds no such key. */
    public PersistentMap<K, V> without(K key) {
        return containsKey(key) ? new PersistentMap<>(remove(root, key)) : this;
    }

    /** The entries in ascending order of their keys. */
    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return root == null ? Collections.emptyIterator() : new Ascending<>(root, null);
    }

    /** The entries with keys not below {@code from}, in ascending order. */
    public Iterable<Map.Entry<K, V>> from(K from) {
        return () -> new Ascending<>(root, from);
    }

    /**
     * Tells {@code visitor} each key whose value differs between this map and {@code later}, with the two values, empty where a map
     * has none. Subtrees that both share are skipped, so the cost follows the difference and not the size.
     */
    public void differences(PersistentMap<K, V> later, Difference<K, V> visitor) {
        differences(root, later.root, visitor);
    }

    /**
     * What is told of one key that differs.
     *
     * @param <K> the keys
     * @param <V> the values
     */
    @FunctionalInterface
    public interface Difference<K, V> {
        /** The value of {@code key} was {@code before} and is {@code after}; not both are empty. */
        void at(K key, Optional<V> before, Optional<V> after);
    }

    /** Calls {@code action} with every key and value in ascending order of the keys. */
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (Map.Entry<K, V> entry : this) {
            action.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof PersistentMap<?, ?> that) || size() != that.size()) {
            return false;
        }
        Iterator<? extends Map.Entry<?, ?>> theirs = that.iterator();
        for (Map.Entry<K, V> entry : this) {
            if (!entry.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<K, V> entry : this) {
            hash += entry.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<K, V> entry : this) {
            text.append(text.length() > 1 ? ", " : "")
                    .append(entry.getKey())
                    .append('=')
                    .append(entry.getValue());
        }
        return text.append('}').toString();
    }

    private static final class Node<K, V> {
        final K key;
        final V value;
        final @Nullable Node<K, V> left;
        final @Nullable Node<K, V> right;
        final int size;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.size = PersistentMap.size(left) + PersistentMap.size(right) + 1;
        }

        Map.Entry<K, V> entry() {
            return new SimpleImmutableEntry<>(key, value);
        }
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static <K extends Comparable<K>, V> Node<K, V> insert(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balance(node, insert(node.left, key, value), node.right);
        }
        if (order > 0) {
            return balance(node, node.left, insert(node.right, key, value));
        }
        return new Node<>(key, value, node.left, node.right);
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balance(node, remove(node.left, key), node.right);
        }
        if (order > 0) {
            return balance(node, node.left, remove(node.right, key));
        }
        return glue(node.left, node.right);
    }

    /** One tree of two neighbours whose sizes are in balance. */
    private static <K extends Comparable<K>, V> @Nullable Node<K, V> glue(
            @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        if (left.size > right.size) {
            Node<K, V> top = last(left);
            return balance(top, remove(left, top.key), right);
        }
        Node<K, V> top = first(right);
        return balance(top, left, remove(right, top.key));
    }

    private static <K, V> Node<K, V> first(Node<K, V> node) {
        Node<K, V> found = node;
        while (found.left != null) {
            found = found.left;
        }
        return found;
    }

    private static <K, V> Node<K, V> last(Node<K, V> node) {
        Node<K, V> found = node;
        while (found.right != null) {
            found = found.right;
        }
        return found;
    }

    /** {@code top}'s entry over two subtrees of which one may be one entry out of balance. */
    private static <K, V> Node<K, V> balance(Node<K, V> top, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int lefts = size(left);
        int rights = size(right);
        if (right != null && lefts + rights >= 2 && rights > DELTA * lefts) {
            if (right.left != null && size(right.left) >= RATIO * size(right.right)) {
                Node<K, V> inner = right.left;
                return over(inner, over(top, left, inner.left), over(right, inner.right, right.right));
            }
            return over(right, over(top, left, right.left), right.right);
        }
        if (left != null && lefts + rights >= 2 && lefts > DELTA * rights) {
            if (left.right != null && size(left.right) >= RATIO * size(left.left)) {
                Node<K, V> inner = left.right;
                return over(inner, over(left, left.left, inner.left), over(top, inner.right, right));
            }
            return over(left, left.left, over(top, left.right, right));
        }
        return over(top, left, right);
    }

    private static <K, V> Node<K, V> over(Node<K, V> top, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(top.key, top.value, left, right);
    }

    /** One tree of {@code left}, {@code top} and {@code right}, whatever their sizes. */
    private static <K extends Comparable<K>, V> Node<K, V> join(
            @Nullable Node<K, V> left, Node<K, V> top, @Nullable Node<K, V> right) {
        if (left == null) {
            return insert(right, top.key, top.value);
        }
        if (right == null) {
            return insert(left, top.key, top.value);
        }
        if (right.size > DELTA * left.size) {
            return balance(right, join(left, top, right.left), right.right);
        }
        if (left.size > DELTA * right.size) {
            return balance(left, left.left, join(left.right, top, right));
        }
        return over(top, left, right);
    }

    private record Split<K, V>(
            @Nullable Node<K, V> lower,
            Optional<V> match,
            @Nullable Node<K, V> higher) {}

    private static <K extends Comparable<K>, V> Split<K, V> split(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return new Split<>(null, Optional.empty(), null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Split<>(node.left, Optional.of(node.value), node.right);
        }
        if (order < 0) {
            Split<K, V> part = split(node.left, key);
            return new Split<>(part.lower, part.match, join(part.higher, node, node.right));
        }
        Split<K, V> part = split(node.right, key);
        return new Split<>(join(node.left, node, part.lower), part.match, part.higher);
    }

    private static <K extends Comparable<K>, V> void differences(
            @Nullable Node<K, V> before, @Nullable Node<K, V> after, Difference<K, V> visitor) {
        if (before == after) {
            return;
        }
        if (after == null) {
            new Ascending<>(before, null)
                    .forEachRemaining(
                            gone -> visitor.at(gone.getKey(), Optional.of(gone.getValue()), Optional.empty()));
            return;
        }
        Split<K, V> was = split(before, after.key);
        differences(was.lower, after.left, visitor);
        if (was.match.isEmpty() || !was.match.get().equals(after.value)) {
            visitor.at(after.key, was.match, Optional.of(after.value));
        }
        differences(was.higher, after.right, visitor);
    }

    private static final class Ascending<K extends Comparable<K>, V> implements Iterator<Map.Entry<K, V>> {
        private final Deque<Node<K, V>> path = new ArrayDeque<>();

        Ascending(@Nullable Node<K, V> root, @Nullable K from) {
            Node<K, V> node = root;
            while (node != null) {
                if (from != null && node.key.compareTo(from) < 0) {
                    node = node.right;
                } else {
                    path.push(node);
                    node = node.left;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException("no entry after the last");
            }
            Node<K, V> next = path.pop();
            for (Node<K, V> node = next.right; node != null; node = node.left) {
                path.push(node);
            }
            return next.entry();
        }
    }
}
