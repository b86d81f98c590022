package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.patch.Operation.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an element holds while it is changed. Each change yields the next version of the element, which shares with this one what it can.
 *
 * @param element the element
 * @param nodes what it holds
 */
record Content(Element element, List<Node> nodes) {

    static Content of(Element element) {
        List<Node> nodes = new ArrayList<>(element.size());
        element.content().forEach(nodes::add);
        return new Content(element, Tree.joined(nodes));
    }

    /** {@code parent} with {@code now} in the place of its child {@code was}, before which {@code ordinal} elements stand. */
    static Element replacing(Element parent, int ordinal, Element was, Element now) {
        Node typed = Tree.in(parent.type(), now);
        if (typed instanceof Element same && same.type().equals(was.type()) && standsOnce(parent, was)) {
            return parent.replacing(was, same); // for a list of many a few steps
        }
        Content content = of(parent);
        return content.replacing(content.placeOf(ordinal), typed);
    }

    /** The place of the element before which {@code ordinal} others stand. */
    int placeOf(int ordinal) {
        int at = 0;
        for (int left = ordinal; left > 0 || !(nodes.get(at) instanceof Element); at++) {
            left -= nodes.get(at) instanceof Element ? 1 : 0;
        }
        return at;
    }

    /** The place of the text that is meant. */
    Optional<Integer> placeOfText(End.OfNode text) {
        List<Integer> texts = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            if (nodes.get(at) instanceof Text) {
                texts.add(at);
            }
        }
        if (text.place() == 0) {
            return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
        }
        return text.place() <= texts.size() ? Optional.of(texts.get(text.place() - 1)) : Optional.empty();
    }

    boolean isWhiteSpace(int at) {
        return at >= 0
                && at < nodes.size()
                && nodes.get(at) instanceof Text text
                && text.value().isBlank();
    }

    Element replacing(int at, Node now) {
        List<Node> changed = new ArrayList<>(nodes);
        changed.set(at, now);
        return with(changed);
    }

    Element removing(int from, int to) {
        if (to == from + 1 && nodes.get(from) instanceof Element gone && standsOnce(element, gone) && !joins(from)) {
            return element.without(gone);
        }
        List<Node> changed = new ArrayList<>(nodes);
        changed.subList(from, to).clear();
        return with(changed);
    }

    Element adding(Operation.Add add) {
        List<Node> added = typed(add.content());
        if (add.position() == Position.APPEND && added.size() == 1 && added.get(0) instanceof Element child) {
            Element with = element.with(child);
            if (with.size() == element.size() + 1) {
                return with; // and nothing was replaced
            }
        }
        List<Node> changed = room(added, nodes);
        changed.addAll(add.position() == Position.APPEND ? changed.size() : 0, added);
        return with(changed);
    }

    Element inserting(Operation.Add add, int at) {
        List<Node> added = typed(add.content());
        int split = add.position() == Position.AFTER ? at + 1 : at;
        List<Node> changed = room(added, nodes.subList(0, split));
        changed.addAll(added);
        changed.addAll(room(added, nodes.subList(split, nodes.size())));
        return with(changed);
    }

    /** Those of {@code standing} that are no empty lists, which are not written, of which {@code added} holds the next version. */
    private static List<Node> room(List<Node> added, List<Node> standing) {
        List<Node> left = new ArrayList<>(standing);
        for (Node node : added) {
            left.removeIf(there -> node instanceof Element element
                    && there instanceof Element list
                    && list.type().equals(element.type())
                    && !Tree.isWritten(list));
        }
        return left;
    }

    private List<Node> typed(List<Node> content) {
        return content.stream().map(node -> Tree.in(element.type(), node)).toList();
    }

    private Element with(List<Node> changed) {
        return element.withContent(Tree.joined(changed));
    }

    private boolean joins(int at) {
        return at > 0
                && at + 1 < nodes.size()
                && nodes.get(at - 1) instanceof Text
                && nodes.get(at + 1) instanceof Text;
    }

    /** Whether it is one of the nodes and not two: trees may hold the same value twice. */
    private static boolean standsOnce(Element parent, Element child) {
        int times = 0;
        for (Node node : parent.content()) {
            times += node == child ? 1 : 0;
        }
        return times == 1;
    }
}
