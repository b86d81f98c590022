package io.parley.codec.xml.filter;

/**
 * How much a filter may cost. A step is a node that is visited, a function or operator that is computed, or some characters of a string
 * that is looked at.
 *
 * @param length how many characters an expression may have
 * @param depth how deeply parentheses and brackets may be nested
 * @param stepsPerDocument how many steps one document may take
 * @param steps how many steps all documents together may take in one request
 */
public record XPathBounds(int length, int depth, int stepsPerDocument, int steps) {

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}. */
    public XPathBounds {
        positive("length", length);
        positive("depth", depth);
        positive("stepsPerDocument", stepsPerDocument);
        positive("steps", steps);
    }

    /** For expressions from strangers: 2048 characters, 16 deep, 250,000 steps on a document, 1,000,000 on all. */
    public static XPathBounds defaults() {
        return new XPathBounds(2048, 16, 250_000, 1_000_000);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " has to be 1 or more, not " + value);
        }
    }
}
