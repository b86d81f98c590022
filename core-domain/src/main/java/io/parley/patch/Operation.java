package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One operation of a patch (RFC 5261 sections 4.3 to 4.5), on a tree of names. */
public sealed interface Operation {

    /** What locates its target. */
    Selector sel();

    /** Where an {@code add} puts its content (RFC 5261 section 4.3). */
    enum Position {
        /** Behind all that the located element holds: no {@code pos}. */
        APPEND,
        /** Before all that it holds. */
        PREPEND,
        /** Directly before what was located. */
        BEFORE,
        /** Directly after it. */
        AFTER;

        /** Whether what was located gets siblings, and not content. */
        public boolean isBeside() {
            return this == BEFORE || this == AFTER;
        }

        /** The value of {@code pos}; that of {@link #APPEND} is not written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which text of white space a {@code remove} takes away besides (RFC 5261 section 4.5). */
    enum WhiteSpace {
        /** None: no {@code ws}. */
        NONE,
        /** The one before. */
        BEFORE,
        /** The one behind. */
        AFTER,
        /** That before and that behind. */
        BOTH;

        /** The value of {@code ws}; that of {@link #NONE} is not written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Puts nodes into an element, or beside a node.
     *
     * @param sel what locates that element or node
     * @param position where they are put
     * @param content the nodes
     */
    record Add(Selector sel, Position position, List<Node> content) implements Operation {
        /** Copies the content. */
        public Add {
            content = List.copyOf(content);
        }
    }

    /**
     * Gives an element an attribute.
     *
     * @param sel what locates the element
     * @param attribute the name of the attribute
     * @param value its value
     */
    record AddAttribute(Selector sel, Name attribute, String value) implements Operation {
        /** Refuses null. */
        public AddAttribute {
            Objects.requireNonNull(sel, "sel");
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Puts something in the place of something of its like.
     *
     * @param sel what locates the one
     * @param content the other: an element for an element, a text or nothing for a text or the value of an attribute
     */
    record Replace(Selector sel, List<Node> content) implements Operation {
        /** Copies the content. */
        public Replace {
            content = List.copyOf(content);
        }
    }

    /**
     * Takes something away.
     *
     * @param sel what locates it
     * @param ws the white space that goes with it
     */
    record Remove(Selector sel, WhiteSpace ws) implements Operation {
        /** Refuses null. */
        public Remove {
            Objects.requireNonNull(sel, "sel");
            Objects.requireNonNull(ws, "ws");
        }
    }

    /** As {@link Element#weight}: about how long it is when it is written. */
    default long weight() {
        long weight = sel().weight();
        if (this instanceof AddAttribute add) {
            return weight + add.attribute().local().length() + add.value().length();
        }
        List<Node> content = this instanceof Add add
                ? add.content()
                : this instanceof Replace replace ? replace.content() : List.of();
        for (Node node : content) {
            weight += node instanceof Element element
                    ? element.weight()
                    : ((Text) node).value().length();
        }
        return weight;
    }
}
