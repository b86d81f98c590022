package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Diff;
import io.parley.document.Element;
import io.parley.document.Excerpt;
import io.parley.document.Finding;
import io.parley.document.Validation;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be stored together when one conference object changes: the object itself, and every other one that holds a part of it.
 * Whoever stores a changed state asks here, so that no way of changing a conference can forget the others.
 *
 * <p>A change reaches the linked clones in which it shows, and their linked clones in turn. It costs what it reaches and what it changes,
 * whatever else there is in the documents: a clone that has something of its own at the place of the change hides it from all below.
 * Last come main conferences and sidebars; but a sidebar that ends does so before its main conference (RFC 5239 section 9.4).
 */
public final class Consequences {

    private final CloningTree tree;
    private final Map<XconUri, Conference> states = new LinkedHashMap<>();
    private Optional<Finding> obstacle = Optional.empty();

    private Consequences(CloningTree tree) {
        this.tree = tree;
    }

    /**
     * The states to store.
     *
     * @param changed the state that follows the one which {@code snapshot} holds
     */
    public static List<Conference> of(Snapshot snapshot, Conference changed) {
        Consequences consequences = new Consequences(new CloningTree(snapshot));
        consequences.add(consequences.settled(changed));
        new Kinship(snapshot, consequences.states).restore();
        return consequences.inOrder();
    }

    private List<Conference> inOrder() {
        List<Conference> ordered = new ArrayList<>();
        states.values().stream().filter(this::isEndOfSidebar).forEach(ordered::add);
        states.values().stream().filter(state -> !isEndOfSidebar(state)).forEach(ordered::add);
        return ordered;
    }

    private boolean isEndOfSidebar(Conference state) {
        return state.kind().isSidebar()
                && !state.info().isActive()
                && tree.snapshot()
                        .find(state.id())
                        .filter(before -> before.info().isActive())
                        .isPresent();
    }

    /**
     * What stands in the way of a change: the first place at which a linked descendant contradicts what {@code changed} enforces, or
     * breaks the data model by what it would inherit. The finding names the descendant.
     */
    public static Optional<Finding> obstacle(Snapshot snapshot, Conference changed) {
        Consequences consequences = new Consequences(new CloningTree(snapshot));
        consequences.add(changed);
        return consequences.obstacle;
    }

    /** {@code changed} without overrides that ask for what is inherited. */
    private Conference settled(Conference changed) {
        Optional<Element> before = tree.snapshot().find(changed.id()).map(Conference::document);
        if (before.isEmpty()) {
            return changed;
        }
        Excerpt places = Excerpt.of(before.get(), changed.document());
        return tree.inheritedBy(changed, places)
                .map(inherited -> changed.withOverrides(
                        changed.overrides().orElseThrow().settled(before.get(), changed.document(), inherited)))
                .orElse(changed);
    }

    private void add(Conference state) {
        states.put(state.id(), state);
        Optional<Element> before = tree.snapshot().find(state.id()).map(Conference::document);
        List<Conference> clones = before.isPresent() ? tree.linkedTo(state) : List.of();
        if (clones.isEmpty()) {
            return;
        }
        Excerpt places = Excerpt.of(before.get(), state.document());
        Map<Boolean, Optional<Element>> inherited = new HashMap<>();
        for (Conference clone : clones) {
            Kind kind = clone.kind();
            inherited
                    .computeIfAbsent(
                            kind.isSidebar(),
                            sidebar -> changed(
                                    Inheritance.of(places.of(before.get()), kind),
                                    Inheritance.of(places.of(state.document()), kind)))
                    .ifPresent(taken -> reach(clone, places, taken));
        }
    }

    private static Optional<Element> changed(Element was, Element is) {
        return Diff.between(was, is).isEmpty() ? Optional.empty() : Optional.of(is);
    }

    private void reach(Conference clone, Excerpt places, Element inherited) {
        Optional<Conference> follower = clone.following(places, inherited);
        obstacle = obstacle.or(() -> obstacle(places, inherited, clone, follower));
        follower.ifPresent(this::add);
    }

    private static Optional<Finding> obstacle(
            Excerpt places, Element inherited, Conference clone, Optional<Conference> follower) {
        Element document = follower.orElse(clone).document();
        return Enforcement.contradiction(inherited, places.of(document), clone.owner())
                .map(finding -> new Finding(finding.place(), clone.id() + " has something else there"))
                .or(() -> follower.flatMap(next ->
                                Validation.ofDocument(next.document()).stream().findFirst())
                        .map(finding -> new Finding(
                                finding.place(), "in " + clone.id() + ", which inherits: " + finding.reason())));
    }
}
