package io.parley.patch;

import io.parley.document.Element;
import java.util.List;

/**
 * A patch (RFC 5261): operations, each on what the one before it has made. Immutable.
 *
 * <p>Trees of the core have elements, attributes and texts. Comments, processing instructions and declarations of namespaces are never
 * located in them, white space only where they hold it, which is in foreign elements. A list that may not be written empty and has no entry
 * ({@link io.parley.document.ElementType#isLeftOutWhenEmpty}) is not there, as it is not in the document when that is written.
 *
 * @param operations the operations, in the order in which they are done
 */
public record Patch(List<Operation> operations) {

    /** Copies the list. */
    public Patch {
        operations = List.copyOf(operations);
    }

    /**
     * What makes {@code after} of {@code before}; no operation if they are the same. Each operation is on the innermost element, attribute
     * or text that differs. Entries are told by their keys, others by their places. What both share is not looked at.
     */
    public static Patch between(Element before, Element after) {
        return new Patch(Comparison.of(before, after));
    }

    /** The same with all operations done to it, or the first that cannot be done. */
    public Patched applyTo(Element document) {
        Patched patched = new Patched.Done(document);
        for (int i = 0; i < operations.size() && patched instanceof Patched.Done done; i++) {
            patched = new Application(done.document(), i).make(operations.get(i));
        }
        return patched;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** How much there is of it, in the measure of {@link Element#weight}. */
    public long weight() {
        return operations.stream().mapToLong(Operation::weight).sum();
    }
}
