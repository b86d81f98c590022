package io.parley.patch;

import io.parley.document.Name;
import java.util.Objects;
import java.util.Optional;

/** What a selector locates of the element to which its steps lead (RFC 5261 section 8). */
public sealed interface End {

    /** The element itself. */
    End ELEMENT = new OfElement();

    /** The element itself. */
    record OfElement() implements End {}

    /**
     * An attribute: {@code @state}.
     *
     * @param name its name
     */
    record OfAttribute(Name name) implements End {}

    /**
     * The declaration of a prefix: {@code namespace::xcon}.
     *
     * @param prefix the prefix
     */
    record OfNamespace(String prefix) implements End {}

    /**
     * A node in the element that is none: {@code text()[2]}.
     *
     * @param kind what it is
     * @param place its place among its like, from 1; 0 if it has to be the only one
     */
    record OfNode(Kind kind, int place) implements End {
        /** Refuses a negative place. */
        public OfNode {
            Objects.requireNonNull(kind, "kind");
            if (place < 0) {
                throw new IllegalArgumentException("a place is 0 or more, not " + place);
            }
        }
    }

    /** What else there is in an element. */
    sealed interface Kind {
        /** {@code text()}. */
        record OfText() implements Kind {}

        /** {@code comment()}. */
        record OfComment() implements Kind {}

        /**
         * {@code processing-instruction('target')}.
         *
         * @param target its target; empty for any
         */
        record OfInstruction(Optional<String> target) implements Kind {}
    }
}
