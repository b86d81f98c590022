package io.parley.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Few nodes: a list that is copied with each change. */
final class FewChildren extends Children {

    static final FewChildren NONE = new FewChildren(List.of());

    private final List<Node> nodes;

    /** What {@link #weight} has found out, -1 before. Whoever misses it finds out the same. */
    private volatile long weight = -1;

    FewChildren(List<Node> ordered) {
        this.nodes = List.copyOf(ordered);
    }

    @Override
    int size() {
        return nodes.size();
    }

    @Override
    long weight() {
        if (weight < 0) {
            long sum = 0;
            for (Node node : nodes) {
                sum += weight(node);
            }
            weight = sum;
        }
        return weight;
    }

    @Override
    int count(ElementType type) {
        int count = 0;
        for (Node node : nodes) {
            count += rank(node) == type.rank() ? 1 : 0;
        }
        return count;
    }

    @Override
    public Iterator<Node> iterator() {
        return nodes.iterator();
    }

    @Override
    Iterable<Element> all(ElementType type) {
        List<Element> found = List.of();
        for (int at = 0; at < nodes.size(); at++) {
            if (nodes.get(at) instanceof Element element && element.type().equals(type)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>(nodes.size() - at);
                }
                found.add(element);
            }
        }
        return found;
    }

    @Override
    Optional<Element> first(ElementType type) {
        for (int at = 0; at < nodes.size(); at++) {
            if (nodes.get(at) instanceof Element element && element.type().equals(type)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    @Override
    Optional<Element> entry(ElementType type, String key) {
        for (Node node : nodes) {
            if (node instanceof Element element
                    && element.type().equals(type)
                    && element.key().filter(key::equals).isPresent()) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    @Override
    Children adding(Element child) {
        int at = nodes.size();
        while (at > 0 && rank(nodes.get(at - 1)) > child.type().rank()) {
            at--;
        }
        List<Node> changed = new ArrayList<>(nodes);
        changed.add(at, child);
        return changed.size() <= FEW ? new FewChildren(changed) : ManyChildren.inOrder(changed);
    }

    @Override
    Children replacing(Element was, Element now) {
        List<Node> changed = new ArrayList<>(nodes);
        changed.set(indexOf(was), now);
        return new FewChildren(changed);
    }

    @Override
    Children removing(Element was) {
        List<Node> changed = new ArrayList<>(nodes);
        changed.remove(indexOf(was));
        return new FewChildren(changed);
    }

    /** The nodes between those that both begin with and those that both end with. */
    @Override
    List<Node> beside(Children other) {
        if (!(other instanceof FewChildren few)) {
            return nodes;
        }
        List<Node> theirs = few.nodes;
        int shorter = Math.min(nodes.size(), theirs.size());
        int from = 0;
        while (from < shorter && nodes.get(from) == theirs.get(from)) {
            from++;
        }
        int behind = 0;
        while (behind < shorter - from
                && nodes.get(nodes.size() - 1 - behind) == theirs.get(theirs.size() - 1 - behind)) {
            behind++;
        }
        return nodes.subList(from, nodes.size() - behind);
    }

    private int indexOf(Element was) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) == was) {
                return i;
            }
        }
        throw new IllegalArgumentException(was.name() + " is not a child here");
    }
}
