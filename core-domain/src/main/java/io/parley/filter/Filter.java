package io.parley.filter;

import io.parley.document.Element;

/**
 * A filter that was understood. Immutable; serves any number of threads.
 */
@FunctionalInterface
public interface Filter {

    /** The filter at work for one request, which has spent nothing yet. */
    Run begin();

    /**
     * A filter at work for one request. Counts what it costs, in steps that are the same for the same documents whatever the machine;
     * serves one thread.
     */
    @FunctionalInterface
    interface Run {

        /** Decides about {@code document}. The filter sees all of it: who asks hands in what the sender may see. */
        Verdict on(Element document);
    }

    /** What a filter says of a document. */
    sealed interface Verdict {

        /**
         * It chooses the document, or does not.
         *
         * @param chosen whether it chooses it
         */
        record Decided(boolean chosen) implements Verdict {}

        /**
         * It comes to no decision; the whole request fails.
         *
         * @param reason why: the bound that it goes beyond, or what cannot be computed
         */
        record Undecided(String reason) implements Verdict {}
    }
}
