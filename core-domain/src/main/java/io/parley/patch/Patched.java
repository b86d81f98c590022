package io.parley.patch;

import io.parley.document.Element;

/** What became of a document to which a patch was applied: all of the patch was done, or none of it (RFC 5261 section 5, decided). */
public sealed interface Patched {

    /**
     * All operations were done.
     *
     * @param document the next document
     */
    record Done(Element document) implements Patched {}

    /**
     * One could not be done, and so none was.
     *
     * @param condition why
     * @param operation which one, from 0
     * @param phrase the same for people, naming what offends
     */
    record Failed(Condition condition, int operation, String phrase) implements Patched {}
}
