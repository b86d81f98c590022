package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Merge;
import io.parley.document.ThreeWayMerge;
import io.parley.document.Validation;
import io.parley.identity.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of an update that names the version on which it is based (RFC 6503 section 4.2).
 *
 * @param merged the document after the update; where there is a conflict, as if no version had been named
 * @param conflict why the update cannot be made any more
 */
record BaseVersion(Element merged, Optional<String> conflict) {

    /** The document that the sender of an update has in mind: the one of the version that he names, if it is kept, else the current one. */
    static Element document(Deliberation deliberation) {
        Conference conference = deliberation.found();
        return deliberation
                .baseVersion()
                .filter(base -> !base.equals(conference.version()))
                .flatMap(conference.history()::at)
                .orElse(conference.document());
    }

    /**
     * {@code changes} of {@code conference}, based on {@code base} or on whatever it is.
     *
     * @param seen takes out of a document what cannot collide with what the sender wants, since he does not see it
     */
    static BaseVersion of(Conference conference, Optional<Version> base, Element changes, UnaryOperator<Element> seen) {
        Element current = conference.document();
        if (base.isEmpty() || base.get().equals(conference.version())) {
            return new BaseVersion(Merge.update(current, changes), Optional.empty());
        }
        String versions = "the request is based on version " + base.get() + ", " + conference.id() + " is at version "
                + conference.version();
        Optional<Element> earlier = conference.history().at(base.get());
        if (earlier.isEmpty()) {
            String unknown = base.get().compareTo(conference.version()) > 0 ? "" : ", and what it was is not kept";
            return new BaseVersion(Merge.update(current, changes), Optional.of(versions + unknown));
        }
        ThreeWayMerge merge = ThreeWayMerge.of(earlier.get(), current, changes, seen);
        Optional<String> conflict = merge.collision()
                .map(place -> place + " has changed since: " + versions)
                .or(() -> together(earlier.get(), merge.merged(), changes).map(finding -> finding + "; " + versions));
        return conflict.isPresent()
                ? new BaseVersion(Merge.update(current, changes), conflict)
                : new BaseVersion(merge.merged(), Optional.empty());
    }

    /** What the two changes break together, though the one of the request alone would not have. */
    private static Optional<Finding> together(Element base, Element merged, Element changes) {
        List<Finding> findings = Validation.ofDocument(merged);
        return !findings.isEmpty()
                        && Validation.ofDocument(Merge.update(base, changes)).isEmpty()
                ? Optional.of(findings.get(0))
                : Optional.empty();
    }
}
