package io.parley.patch;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.document.TreeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trees of the core as selectors see them, and as they are when they are written. */
final class Tree implements Axis<Element> {

    static final Tree AXIS = new Tree();

    private Tree() {}

    @Override
    public Name name(Element element) {
        return element.name();
    }

    @Override
    public Optional<String> attribute(Element element, Name attribute) {
        return element.attribute(attribute);
    }

    @Override
    public List<Element> elements(Element element) {
        List<Element> elements = new ArrayList<>();
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                elements.add(child);
            }
        }
        return elements;
    }

    @Override
    public String text(Element element) {
        StringBuilder text = new StringBuilder();
        collect(element, text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        for (Node node : element.content()) {
            if (node instanceof Text run) {
                text.append(run.value());
            } else if (node instanceof Element child) {
                collect(child, text);
            }
        }
    }

    /** Whether it is in the document when that is written. */
    static boolean isWritten(Node node) {
        return !(node instanceof Element element)
                || element.size() > 0
                || !element.type().isLeftOutWhenEmpty();
    }

    /** What {@code element} holds when it is written: no empty lists, and one text where several stand side by side. */
    static List<Node> content(Element element) {
        List<Node> nodes = new ArrayList<>(element.size());
        element.content().forEach(node -> {
            if (isWritten(node)) {
                nodes.add(node);
            }
        });
        return joined(nodes);
    }

    /** {@code nodes} with one text for several side by side, and without those that hold nothing. */
    static List<Node> joined(List<Node> nodes) {
        List<Node> joined = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            int last = joined.size() - 1;
            if (node instanceof Text text) {
                if (text.value().isEmpty()) {
                    continue;
                }
                if (last >= 0 && joined.get(last) instanceof Text before) {
                    joined.set(last, new Text(before.value() + text.value()));
                    continue;
                }
            }
            joined.add(node);
        }
        return joined;
    }

    /** {@code node} as one in an element of {@code parent}, with the type that its name has there. */
    static Node in(ElementType parent, Node node) {
        return node instanceof Element element ? as(parent.child(element.name()), element) : node;
    }

    /** {@code element} as one of {@code type}. */
    static Element as(ElementType type, Element element) {
        if (element.type().equals(type)) {
            return element;
        }
        TreeBuilder tree = new TreeBuilder(type);
        copy(element, tree);
        return tree.build();
    }

    private static void copy(Element element, TreeBuilder tree) {
        for (Attribute attribute : element.attributes()) {
            tree.attribute(attribute.name(), attribute.value());
        }
        for (Node node : element.content()) {
            if (node instanceof Text text) {
                tree.text(text.value());
            } else if (node instanceof Element child) {
                tree.start(child.name());
                copy(child, tree);
                tree.end();
            }
        }
    }
}
