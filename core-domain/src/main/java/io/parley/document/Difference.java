package io.parley.document;

import java.util.Optional;

/** One difference between two documents, at the deepest place that holds all of it. */
public sealed interface Difference {

    /** The place of the element that differs, or whose attribute does. */
    Path path();

    /** The row of the schema for that element. */
    ElementType type();

    /**
     * An element that came, went, or has another text or foreign content.
     *
     * @param path its place
     * @param before what it was; empty if it came
     * @param after what it is; empty if it went
     */
    record OfElement(Path path, Optional<Element> before, Optional<Element> after) implements Difference {
        @Override
        public ElementType type() {
            return after.or(() -> before).orElseThrow().type();
        }
    }

    /**
     * An attribute that came, went, or has another value.
     *
     * @param path the place of its element
     * @param type the row of its element
     * @param name its name
     * @param before its value before; empty if it came
     * @param after its value after; empty if it went
     */
    record OfAttribute(Path path, ElementType type, Name name, Optional<String> before, Optional<String> after)
            implements Difference {}
}
