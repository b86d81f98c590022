package io.parley.patch;

import io.parley.document.Element;
import java.util.Optional;

/**
 * What somebody has to be sent who has one document and is to have the next: the smaller of patch and document (RFC 5261 section 6, decided).
 *
 * <p>Which is smaller is said by {@link Element#weight}, which is kept with documents, so that no document has to be written to learn that
 * it is the longer one.
 */
public sealed interface Update {

    /**
     * The next document.
     *
     * @param document the document
     */
    record Full(Element document) implements Update {}

    /**
     * What makes it of the one before.
     *
     * @param patch the patch, which is not empty
     */
    record Partial(Patch patch) implements Update {}

    /** What leads from {@code before} to {@code after}; empty if they are the same. */
    static Optional<Update> between(Element before, Element after) {
        Patch patch = Patch.between(before, after);
        if (patch.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(patch.weight() < after.weight() ? new Partial(patch) : new Full(after));
    }
}
