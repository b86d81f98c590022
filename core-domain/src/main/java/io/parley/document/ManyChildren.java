package io.parley.document;

import io.parley.persistent.PersistentMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many nodes: a sorted map from places to nodes and one from keys to places, so that finding, replacing, adding or removing an entry
 * takes a number of steps logarithmic in the size.
 *
 * <p>A place is the rank of the node's type in its upper bits and the order of arrival in its lower ones. It stays the node's own when
 * its neighbours come and go. Of several entries with one key, which no valid document holds, the first is found by it.
 */
final class ManyChildren extends Children {

    private static final int RANK_SHIFT = 40;

    private final PersistentMap<Long, Node> byPlace;
    private final PersistentMap<String, Long> byKey;
    private final int withKey;
    private final long weight;

    private ManyChildren(
            PersistentMap<Long, Node> byPlace, PersistentMap<String, Long> byKey, int withKey, long weight) {
        this.byPlace = byPlace;
        this.byKey = byKey;
        this.withKey = withKey;
        this.weight = weight;
    }

    static ManyChildren inOrder(List<Node> ordered) {
        ManyChildren children = new ManyChildren(PersistentMap.empty(), PersistentMap.empty(), 0, 0);
        for (Node node : ordered) {
            children = children.placing(children.nextPlace(rank(node)), node);
        }
        return children;
    }

    @Override
    int size() {
        return byPlace.size();
    }

    @Override
    long weight() {
        return weight;
    }

    @Override
    int count(ElementType type) {
        return byPlace.countBelow(firstPlace(type.rank() + 1)) - byPlace.countBelow(firstPlace(type.rank()));
    }

    @Override
    public Iterator<Node> iterator() {
        Iterator<Map.Entry<Long, Node>> entries = byPlace.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Node next() {
                return entries.next().getValue();
            }
        };
    }

    @Override
    Iterable<Element> all(ElementType type) {
        List<Element> found = new ArrayList<>();
        for (Map.Entry<Long, Node> placed : byPlace.from(firstPlace(type.rank()))) {
            if (placed.getKey() >= firstPlace(type.rank() + 1)) {
                break;
            }
            if (placed.getValue() instanceof Element element && element.type().equals(type)) {
                found.add(element);
            }
        }
        return found;
    }

    @Override
    Optional<Element> first(ElementType type) {
        for (Map.Entry<Long, Node> placed : byPlace.from(firstPlace(type.rank()))) {
            if (placed.getKey() >= firstPlace(type.rank() + 1)) {
                break;
            }
            if (placed.getValue() instanceof Element element && element.type().equals(type)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    @Override
    Optional<Element> entry(ElementType type, String key) {
        return byKey.get(index(type, key)).flatMap(byPlace::get).map(Element.class::cast);
    }

    @Override
    Children adding(Element child) {
        return placing(nextPlace(child.type().rank()), child);
    }

    @Override
    Children replacing(Element was, Element now) {
        if (!hasDistinctKeys()) {
            List<Node> nodes = nodes();
            nodes.replaceAll(node -> node == was ? now : node);
            return inOrder(nodes);
        }
        long place = placeOf(was);
        return removing(was, place).placing(place, now);
    }

    @Override
    Children removing(Element was) {
        long place = placeOf(was);
        ManyChildren left = hasDistinctKeys() ? removing(was, place) : inOrder(nodesWithout(was));
        return left.size() > FEW / 2 ? left : left.toFew();
    }

    /** Costs what is left, not what is removed. */
    @Override
    Children removingAll(ElementType type) {
        if (type.isForeign()) {
            return super.removingAll(type);
        }
        if (count(type) == 0) {
            return this;
        }
        List<Node> left = new ArrayList<>();
        for (Map.Entry<Long, Node> placed : byPlace) {
            if (placed.getKey() >= firstPlace(type.rank())) {
                break;
            }
            left.add(placed.getValue());
        }
        byPlace.from(firstPlace(type.rank() + 1)).forEach(placed -> left.add(placed.getValue()));
        return Children.of(left);
    }

    /** The nodes that {@code other} does not hold at the same place; all of them if it is a list. */
    @Override
    List<Node> beside(Children other) {
        List<Node> own = new ArrayList<>();
        if (other instanceof ManyChildren many) {
            many.byPlace.differences(byPlace, (place, theirs, ours) -> ours.ifPresent(own::add));
        } else {
            forEach(own::add);
        }
        return own;
    }

    /** The places at which a later version differs, in order; empty if it has little in common with this one, or keys are not distinct. */
    Optional<List<Shift>> shiftsTo(ManyChildren later) {
        if (!hasDistinctKeys() || !later.hasDistinctKeys()) {
            return Optional.empty();
        }
        List<Shift> shifts = new ArrayList<>();
        byPlace.differences(later.byPlace, (place, before, after) -> {
            Optional<Node> previous = later.byPlace.below(place).map(Map.Entry::getValue);
            boolean isLast = later.byPlace.countBelow(place + 1) == later.size();
            shifts.add(new Shift(before, after, previous, isLast));
        });
        return shifts.size() * 2 > size() ? Optional.empty() : Optional.of(shifts);
    }

    /** Whether no two entries have one key. */
    boolean hasDistinctKeys() {
        return byKey.size() == withKey;
    }

    private FewChildren toFew() {
        return new FewChildren(nodes());
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        forEach(nodes::add);
        return nodes;
    }

    private List<Node> nodesWithout(Element was) {
        List<Node> nodes = nodes();
        nodes.removeIf(node -> node == was);
        return nodes;
    }

    private ManyChildren placing(long place, Node node) {
        Optional<String> index = index(node);
        PersistentMap<String, Long> keys = index.filter(key -> !byKey.containsKey(key))
                .map(key -> byKey.with(key, place))
                .orElse(byKey);
        return new ManyChildren(
                byPlace.with(place, node), keys, withKey + (index.isPresent() ? 1 : 0), weight + weight(node));
    }

    private ManyChildren removing(Element was, long place) {
        Optional<String> index = index(was);
        PersistentMap<String, Long> keys = index.map(byKey::without).orElse(byKey);
        return new ManyChildren(
                byPlace.without(place), keys, withKey - (index.isPresent() ? 1 : 0), weight - weight(was));
    }

    private long placeOf(Element was) {
        Optional<Long> byItsKey = was.key().flatMap(key -> byKey.get(index(was.type(), key)));
        if (byItsKey.isPresent() && byPlace.get(byItsKey.get()).orElseThrow() == was) {
            return byItsKey.get();
        }
        for (Map.Entry<Long, Node> placed : byPlace.from(firstPlace(was.type().rank()))) {
            if (placed.getValue() == was) {
                return placed.getKey();
            }
        }
        throw new IllegalArgumentException(was.name() + " is not a child here");
    }

    private long nextPlace(int rank) {
        long from = firstPlace(rank);
        return byPlace.below(firstPlace(rank + 1))
                .map(Map.Entry::getKey)
                .filter(last -> last >= from)
                .map(last -> last + 1)
                .orElse(from);
    }

    private static long firstPlace(int rank) {
        return (long) rank << RANK_SHIFT;
    }

    private static Optional<String> index(Node node) {
        return node instanceof Element element
                ? element.key().map(key -> index(element.type(), key))
                : Optional.empty();
    }

    private static String index(ElementType type, String key) {
        return type.rank() + "\n" + key;
    }
}
