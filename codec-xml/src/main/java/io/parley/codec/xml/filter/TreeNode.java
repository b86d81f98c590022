package io.parley.codec.xml.filter;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.document.Xcon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node as XPath 1.0 section 5 sees it: a node of the core's tree and its place there, since the core shares nodes between places and
 * none knows its parent. Made when it is first visited and only then; serves one evaluation and one thread. A node is the same object
 * whenever it is met.
 */
abstract sealed class TreeNode {

    /** An element before what it holds, attributes before children. */
    static final Comparator<TreeNode> IN_DOCUMENT_ORDER = TreeNode::compare;

    private final @Nullable TreeNode parent;
    private final int depth;
    private final int place;

    private TreeNode(@Nullable TreeNode parent, int place) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.place = place;
    }

    /** {@code document} with nothing above it but the root node that XPath wants. */
    static OfDocument root(Element document) {
        return new OfDocument(document);
    }

    /** The node above, none for the root. */
    List<TreeNode> parent() {
        return parent == null ? List.of() : List.of(parent);
    }

    /** The root. */
    TreeNode root() {
        TreeNode at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    List<TreeNode> children() {
        return List.of();
    }

    List<OfAttribute> attributes() {
        return List.of();
    }

    /** Its string-value. */
    final String text() {
        StringBuilder text = new StringBuilder();
        appendTo(text);
        return text.toString();
    }

    abstract void appendTo(StringBuilder text);

    private static int compare(TreeNode one, TreeNode other) {
        TreeNode first = one.upTo(other.depth);
        TreeNode second = other.upTo(one.depth);
        if (first == second) {
            return Integer.compare(one.depth, other.depth);
        }
        while (first.parent != second.parent) {
            first = Objects.requireNonNull(first.parent);
            second = Objects.requireNonNull(second.parent);
        }
        return Integer.compare(first.place, second.place);
    }

    private TreeNode upTo(int limit) {
        TreeNode at = this;
        while (at.depth > limit) {
            at = Objects.requireNonNull(at.parent);
        }
        return at;
    }

    /** The root node, which holds the root element. */
    static final class OfDocument extends TreeNode {
        private final OfElement element;

        private OfDocument(Element document) {
            super(null, 0);
            this.element = new OfElement(this, 0, document);
        }

        OfElement element() {
            return element;
        }

        @Override
        List<TreeNode> children() {
            return List.of(element);
        }

        @Override
        void appendTo(StringBuilder text) {
            element.appendTo(text);
        }
    }

    /** An element. */
    static final class OfElement extends TreeNode {
        private final Element element;
        private @Nullable List<TreeNode> children;
        private @Nullable List<OfAttribute> attributes;

        private OfElement(TreeNode parent, int place, Element element) {
            super(parent, place);
            this.element = element;
        }

        Name name() {
            return element.name();
        }

        /** The elements and texts inside, except passwords: wherever one stands, no filter comes near it. */
        @Override
        List<TreeNode> children() {
            if (children == null) {
                List<TreeNode> made = new ArrayList<>(element.size());
                for (Node node : element.content()) {
                    if (node instanceof Text run) {
                        made.add(new OfText(this, made.size(), run.value()));
                    } else if (node instanceof Element child && !child.name().equals(Xcon.CONFERENCE_PASSWORD)) {
                        made.add(new OfElement(this, made.size(), child));
                    }
                }
                children = made;
            }
            return children;
        }

        @Override
        List<OfAttribute> attributes() {
            if (attributes == null) {
                List<OfAttribute> made = new ArrayList<>();
                for (Attribute attribute : element.attributes()) {
                    made.add(new OfAttribute(
                            this, made.size() - element.attributes().size(), attribute));
                }
                attributes = made;
            }
            return attributes;
        }

        @Override
        void appendTo(StringBuilder text) {
            children().forEach(child -> child.appendTo(text));
        }
    }

    /** An attribute; its place is before that of all children. */
    static final class OfAttribute extends TreeNode {
        private final Attribute attribute;

        private OfAttribute(TreeNode parent, int place, Attribute attribute) {
            super(parent, place);
            this.attribute = attribute;
        }

        Name name() {
            return attribute.name();
        }

        @Override
        void appendTo(StringBuilder text) {
            text.append(attribute.value());
        }
    }

    /** A run of characters. */
    static final class OfText extends TreeNode {
        private final String value;

        private OfText(TreeNode parent, int place, String value) {
            super(parent, place);
            this.value = value;
        }

        @Override
        void appendTo(StringBuilder text) {
            text.append(value);
        }
    }
}
