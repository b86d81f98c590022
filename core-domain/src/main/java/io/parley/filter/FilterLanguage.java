package io.parley.filter;

/**
 * Understands the texts of filters.
 *
 * <p>Contract: may be called by any number of threads at once; throws nothing, whatever the text is; takes a time that is bounded by the
 * length up to which it understands texts. It may remember what it has understood, though no more than a stated amount.
 */
@FunctionalInterface
public interface FilterLanguage {

    /** What {@code text} means, or why it means nothing. */
    Reading read(FilterText text);

    /** What came of reading the text of a filter. */
    sealed interface Reading {

        /**
         * It was understood.
         *
         * @param filter the filter
         */
        record Understood(Filter filter) implements Reading {}

        /**
         * It was not understood, or goes beyond the bounds.
         *
         * @param reason why, with the position where there is one
         */
        record Refused(String reason) implements Reading {}
    }
}
