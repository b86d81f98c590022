package io.parley.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Builds an element from the outside in, as a reader meets it: start, attributes, text and children, end.
 *
 * <p>Each element gets the row of the schema that its place gives it; values are put into the form of their datatypes; white space
 * between elements is dropped where the data model holds elements only; attributes without namespace that the data model does not
 * know are dropped (RFC 6501 section 5, decided). Nothing is refused here: that is what {@link Validation} is for. A builder serves
 * one thread and one tree.
 */
public final class TreeBuilder {

    private static final class Open {
        final ElementType type;
        final List<Attribute> attributes = new ArrayList<>();
        final List<Node> content = new ArrayList<>();
        final StringBuilder text = new StringBuilder();

        Open(ElementType type) {
            this.type = type;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();

    /** A builder whose outermost element is of {@code type}, whatever name it bears in a message. */
    public TreeBuilder(ElementType type) {
        open.push(new Open(type));
    }

    /** Begins a child of the element that is open. */
    public TreeBuilder start(Name name) {
        flushText(top());
        open.push(new Open(top().type.child(name)));
        return this;
    }

    /** Gives the open element an attribute. */
    public TreeBuilder attribute(Name name, String value) {
        ElementType type = top().type;
        type.attribute(name)
                .ifPresentOrElse(
                        row -> top().attributes
                                .add(new Attribute(name, row.datatype().normalize(value))),
                        () -> {
                            if (type.isForeign() || !name.namespace().isEmpty()) {
                                top().attributes.add(new Attribute(name, value));
                            }
                        });
        return this;
    }

    /** Adds characters to the open element. */
    public TreeBuilder text(String characters) {
        top().text.append(characters);
        return this;
    }

    /** Ends the open element, which must not be the outermost one. */
    public TreeBuilder end() {
        if (open.size() == 1) {
            throw new IllegalStateException("no child of " + top().type + " is open");
        }
        Element ended = close(open.pop());
        top().content.add(ended);
        return this;
    }

    /** Ends the outermost element; no child may be open. */
    public Element build() {
        if (open.size() != 1) {
            throw new IllegalStateException(top().type + " has not been ended");
        }
        return close(top());
    }

    private Open top() {
        return open.element();
    }

    private static Element close(Open element) {
        flushText(element);
        return Element.of(element.type, element.attributes, element.content);
    }

    private static void flushText(Open element) {
        if (element.text.isEmpty()) {
            return;
        }
        String text = element.text.toString();
        element.text.setLength(0);
        if (element.type.isForeign()) {
            element.content.add(new Text(text));
        } else if (element.type.isStructured()) {
            if (!text.isBlank()) {
                element.content.add(new Text(text.strip()));
            }
        } else {
            String value = element.type.datatype().orElseThrow().normalize(text);
            if (!value.isEmpty()) {
                element.content.add(new Text(value));
            }
        }
    }
}
