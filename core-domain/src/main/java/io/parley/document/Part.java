package io.parley.document;

import java.util.List;

/** What a {@link Layer} has of its own at one place. */
sealed interface Part {

    /**
     * These elements and no others, whatever is inherited; none if what is inherited is removed.
     *
     * @param elements in their order
     */
    record Whole(List<Element> elements) implements Part {
        /** Copies the list. */
        public Whole {
            elements = List.copyOf(elements);
        }
    }

    /**
     * What is inherited, with something of its own inside.
     *
     * @param seed what tells the element apart, and nothing else: what its own parts are put into when nothing is inherited
     * @param own what is its own inside
     * @param stays whether the element is there even if it holds nothing of its own and is not inherited
     */
    record Within(Element seed, Layer own, boolean stays) implements Part {
        Within with(Layer changed) {
            return new Within(seed, changed, stays);
        }
    }
}
