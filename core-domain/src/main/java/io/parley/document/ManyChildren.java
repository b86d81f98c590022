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
 * its neighbours come and go.
 */
final class ManyChildren extends Children {

    private static final int RANK_SHIFT = 40;

    private final PersistentMap<Long, Node> byPlace;
    private final PersistentMap<String, Long> byKey;

    private ManyChildren(PersistentMap<Long, Node> byPlace, PersistentMap<String, Long> byKey) {
        this.byPlace = byPlace;
        this.byKey = byKey;
    }

    static ManyChildren inOrder(List<Node> ordered) {
        ManyChildren children = new ManyChildren(PersistentMap.empty(), PersistentMap.empty());
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
        long place = placeOf(was);
        return removing(was, place).placing(place, now);
    }

    @Override
    Children removing(Element was) {
        ManyChildren left = removing(was, placeOf(was));
        return left.size() > FEW / 2 ? left : left.toFew();
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

    private FewChildren toFew() {
        List<Node> nodes = new ArrayList<>();
        forEach(nodes::add);
        return new FewChildren(nodes);
    }

    private ManyChildren placing(long place, Node node) {
        PersistentMap<String, Long> keys = byKey;
        if (node instanceof Element element) {
            Optional<String> key = element.key();
            if (key.isPresent()) {
                keys = keys.with(index(element.type(), key.get()), place);
            }
        }
        return new ManyChildren(byPlace.with(place, node), keys);
    }

    private ManyChildren removing(Element was, long place) {
        PersistentMap<String, Long> keys = byKey;
        Optional<String> key = was.key();
        if (key.isPresent()) {
            keys = keys.without(index(was.type(), key.get()));
        }
        return new ManyChildren(byPlace.without(place), keys);
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

    private static String index(ElementType type, String key) {
        return type.rank() + "\n" + key;
    }
}
