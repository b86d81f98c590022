package io.parley.codec.xml.patch;

import io.parley.patch.Condition;
import io.parley.patch.End;
import io.parley.patch.Selector;
import io.parley.patch.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one node of a document that a selector has located.
 *
 * @param document the document
 * @param way the way to the element in which it is, or which it is itself; empty if it is a neighbour of the root
 */
record Target(XmlDocument document, Optional<Way<XmlNode.OfElement>> way) {

    /** The target of {@code sel} in {@code document}, as far as an element. */
    static Target of(Selector sel, XmlDocument document) throws Inapplicable {
        if (sel.end() instanceof End.OfNode node
                && node.kind() instanceof End.Kind.OfInstruction instruction
                && instruction.target().filter("xml"::equalsIgnoreCase).isPresent()) {
            throw new Inapplicable(Condition.INVALID_XML_PROLOG_OPERATION, "the XML declaration is in the prolog");
        }
        if (sel.id().isEmpty() && sel.steps().isEmpty()) {
            if (sel.end() instanceof End.OfNode) {
                return new Target(document, Optional.empty());
            }
            throw unlocated("a document is no element");
        }
        List<Way<XmlNode.OfElement>> found = sel.locate(document.root(), XmlAxis.XML);
        if (found.size() != 1) {
            throw unlocated(found.isEmpty() ? "no such element" : "several such elements");
        }
        return new Target(document, Optional.of(found.get(0)));
    }

    static Inapplicable unlocated(String phrase) {
        return new Inapplicable(Condition.UNLOCATED_NODE, phrase);
    }

    XmlNode.OfElement element() {
        return way.orElseThrow().element();
    }

    /** The place of the located node in what holds it. */
    int placeOf(End end) throws Inapplicable {
        List<Integer> places = new ArrayList<>();
        List<XmlNode> nodes = siblings(end);
        for (int at = 0; at < nodes.size(); at++) {
            if (end instanceof End.OfNode node
                    ? isOf(node.kind(), nodes.get(at))
                    : nodes.get(at) instanceof XmlNode.OfElement) {
                places.add(at);
            }
        }
        if (!(end instanceof End.OfNode node)) {
            return places.get(way.orElseThrow().ordinal());
        }
        if (node.place() == 0 ? places.size() != 1 : node.place() > places.size()) {
            throw unlocated(places.isEmpty() || node.place() > 0 ? "no such node" : "several such nodes");
        }
        return places.get(Math.max(0, node.place() - 1));
    }

    private static boolean isOf(End.Kind kind, XmlNode node) {
        if (kind instanceof End.Kind.OfInstruction instruction) {
            return node instanceof XmlNode.OfInstruction there
                    && instruction.target().map(there.target()::equals).orElse(true);
        }
        return kind instanceof End.Kind.OfText ? node instanceof XmlNode.OfText : node instanceof XmlNode.OfComment;
    }

    /** The element that holds the located node; empty if the document does. */
    Optional<Way<XmlNode.OfElement>> parent(End end) {
        return end instanceof End.OfNode ? way : way.flatMap(Way::above);
    }

    /** The nodes among which the located one stands. */
    List<XmlNode> siblings(End end) {
        return parent(end).map(parent -> parent.element().content()).orElseGet(document::content);
    }

    /** The document with other nodes among which the located one stood. */
    XmlDocument withSiblings(End end, List<XmlNode> nodes) {
        return parent(end)
                .map(parent -> with(parent, parent.element().with(nodes)))
                .orElseGet(() -> new XmlDocument(nodes));
    }

    /** The document with {@code now} in the place of the element. */
    XmlDocument with(XmlNode.OfElement now) {
        return with(way.orElseThrow(), now);
    }

    private XmlDocument with(Way<XmlNode.OfElement> changed, XmlNode.OfElement now) {
        if (changed.above().isEmpty()) {
            return new XmlDocument(replaced(document.content(), 0, now));
        }
        Way<XmlNode.OfElement> above = changed.above().get();
        return with(above, above.element().with(replaced(above.element().content(), changed.ordinal(), now)));
    }

    private static List<XmlNode> replaced(List<XmlNode> content, int ordinal, XmlNode now) {
        List<XmlNode> nodes = new ArrayList<>(content);
        int left = ordinal;
        for (int at = 0; at < nodes.size(); at++) {
            if (nodes.get(at) instanceof XmlNode.OfElement && left-- == 0) {
                nodes.set(at, now);
            }
        }
        return nodes;
    }
}
