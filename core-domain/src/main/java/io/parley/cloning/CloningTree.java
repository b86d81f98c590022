package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Excerpt;
import io.parley.document.Finding;
import io.parley.document.Overlay;
import java.util.List;
import java.util.Optional;

/**
 * The cloning tree of a snapshot (RFC 6503 section 3.1): which object inherits what from which.
 *
 * <p>A clone is linked to its parent unless that says that its clones are independent; a sidebar is linked always. A linked clone holds
 * its parent's identity and what it has of its own; an independent one is a copy, and remembers its parent's name only.
 *
 * @param snapshot the conference objects
 */
public record CloningTree(Snapshot snapshot) {

    /**
     * What a linked clone inherits at the places of {@code excerpt} as its parent stands; empty for an object that is no linked clone.
     */
    Optional<Element> inheritedBy(Conference conference, Excerpt excerpt) {
        return conference.isLinked()
                ? conference
                        .parent()
                        .flatMap(snapshot::find)
                        .map(parent -> Inheritance.of(excerpt.of(parent.document()), conference.kind()))
                : Optional.empty();
    }

    /** Where {@code draft}, the document that {@code conference} is to have, contradicts what its parent enforces. */
    public Optional<Finding> contradiction(Conference conference, Element draft) {
        Excerpt places = Excerpt.of(conference.document(), draft);
        return inheritedBy(conference, places)
                .flatMap(inherited -> Enforcement.contradiction(inherited, places.of(draft), conference.owner()));
    }

    /** The linked clones of the object of that identity. */
    public List<Conference> linkedTo(Conference parent) {
        return snapshot.childrenOf(parent.id()).stream()
                .filter(Conference::isLinked)
                .toList();
    }

    /** {@code clone}, a new object, as one made from {@code parent}: linked to it or not, as that says. */
    public static Conference joining(Conference parent, Conference clone) {
        boolean independent = CloningMarks.makesIndependentClones(parent.document())
                && !clone.kind().isSidebar();
        return independent
                ? clone.withParent(parent.id())
                : clone.withParent(parent.id(), Overlay.between(inheritance(parent, clone.kind()), clone.document()));
    }

    private static Element inheritance(Conference parent, Kind kind) {
        return Inheritance.of(parent.document(), kind);
    }
}
