package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Validation;
import io.parley.identity.XconUri;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be stored together when one conference object changes: the object itself, and every other one that holds a part of it.
 * Whoever stores a changed state asks here, so that no way of changing a conference can forget the others.
 *
 * <p>A change reaches the linked clones in which it shows, and their linked clones in turn. It costs what it reaches: a clone that has
 * something of its own at the place of the change hides it from all below. Last come main conferences and sidebars.
 */
public final class Consequences {

    private final CloningTree tree;
    private final Map<XconUri, Conference> states = new LinkedHashMap<>();
    private Optional<Finding> obstacle = Optional.empty();

    private Consequences(CloningTree tree) {
        this.tree = tree;
    }

    /**
     * The states to store, the first of which is that of the object that {@code changed} is a state of.
     *
     * @param changed the state that follows the one which {@code snapshot} holds
     */
    public static List<Conference> of(Snapshot snapshot, Conference changed) {
        Consequences consequences = new Consequences(new CloningTree(snapshot));
        consequences.add(consequences.settled(changed));
        new Kinship(snapshot, consequences.states).restore();
        return List.copyOf(consequences.states.values());
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
        Optional<Conference> before = tree.snapshot().find(changed.id());
        Optional<Element> inherited = tree.inheritedBy(changed);
        if (before.isEmpty() || inherited.isEmpty()) {
            return changed;
        }
        return changed.withOverrides(changed.overrides()
                .orElseThrow()
                .settled(before.get().document(), changed.document(), inherited.get()));
    }

    private void add(Conference state) {
        states.put(state.id(), state);
        Map<Boolean, Element> inherited = new HashMap<>();
        for (Conference clone : tree.linkedTo(state)) {
            Kind kind = clone.kind();
            Element taken =
                    inherited.computeIfAbsent(kind.isSidebar(), sidebar -> Inheritance.of(state.document(), kind));
            Optional<Conference> follower = clone.following(taken);
            obstacle = obstacle.or(() -> obstacle(taken, clone, follower));
            follower.ifPresent(this::add);
        }
    }

    private static Optional<Finding> obstacle(Element inherited, Conference clone, Optional<Conference> follower) {
        return Enforcement.contradiction(inherited, follower.orElse(clone).document(), clone.owner())
                .map(finding -> new Finding(finding.place(), clone.id() + " has something else there"))
                .or(() -> follower.flatMap(next ->
                                Validation.ofDocument(next.document()).stream().findFirst())
                        .map(finding -> new Finding(
                                finding.place(), "in " + clone.id() + ", which inherits: " + finding.reason())));
    }
}
