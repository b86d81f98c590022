package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.ElementType.Occurrence;
import io.parley.document.Node;
import io.parley.document.Shift;
import java.util.List;
import java.util.Optional;

/** Differences between two versions of a long list, of which each is told by what it is and not by its place. */
final class Shifts {

    private Shifts() {}

    /** Whether each element in them, and before one that comes, is told by its key or its name alone. */
    static boolean areByKey(List<Shift> shifts) {
        return shifts.stream()
                .allMatch(shift -> shift.before().map(Shifts::isNamed).orElse(true)
                        && shift.after().map(Shifts::isNamed).orElse(true)
                        && shift.previous().map(Shifts::isNamed).orElse(true));
    }

    private static boolean isNamed(Node node) {
        return node instanceof Element element
                && Tree.isWritten(element)
                && find(element).isPresent();
    }

    private static Optional<Step> find(Element element) {
        if (element.type().isKeyed()) {
            // That two entries have one child is told only by looking at all of them.
            return element.type().keyChild().isPresent()
                    ? Optional.empty()
                    : Entry.of(element).map(Entry::step);
        }
        Occurrence occurrence = element.type().occurrence();
        return occurrence.isCollection() ? Optional.empty() : Optional.of(Step.to(element.name()));
    }

    static Step step(Optional<Node> node) {
        return find((Element) node.orElseThrow()).orElseThrow();
    }

    /** Whether one stays, changed. */
    static boolean stays(Shift shift) {
        return shift.before().isPresent()
                && shift.after().isPresent()
                && step(shift.before()).equals(step(shift.after()));
    }

    /** Whether one goes. */
    static boolean goes(Shift shift) {
        return shift.before().isPresent() && !stays(shift);
    }

    /** Whether one comes. */
    static boolean comes(Shift shift) {
        return shift.after().isPresent() && !stays(shift);
    }
}
