package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.MediaDirections;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Conference objects in a plain map, changed as a server would, which notes which of them were read. */
final class Family implements Snapshot {

    private final Map<XconUri, Conference> all = new TreeMap<>();
    private final Set<XconUri> read = new HashSet<>();

    static XconUri id(int number) {
        return XconUri.of("conf" + number, "example.com");
    }

    static Element empty(int number) {
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, id(number).toString());
    }

    /** Adds a blueprint without parent. */
    void found(Element document) {
        put(Conference.blueprint(document));
    }

    /** Adds a clone of {@code parent} that has nothing of its own but its identity. */
    void cloneOf(int parent, int number) {
        Conference from = all.get(id(parent));
        Element document = Inheritance.of(from.document(), Kind.BLUEPRINT)
                .withAttribute(Attributes.ENTITY, id(number).toString());
        put(CloningTree.joining(from, Conference.founded(Kind.BLUEPRINT, document)));
    }

    /** Updates an object; what was stored with it, in the order of the walk. */
    List<Conference> update(int number, Element changes) {
        Conference before = all.get(id(number));
        List<Conference> states =
                Consequences.of(this, before.next(MediaDirections.statedIn(Merge.update(before.document(), changes))));
        states.forEach(this::put);
        return states;
    }

    Conference get(int number) {
        return all.get(id(number));
    }

    Set<XconUri> read() {
        return read;
    }

    private void put(Conference state) {
        all.put(state.id(), state);
    }

    @Override
    public Optional<Conference> find(XconUri id) {
        read.add(id);
        return Optional.ofNullable(all.get(id));
    }

    /** As a store does that keeps the children of each parent at hand; what costs is what comes out. */
    @Override
    public List<Conference> childrenOf(XconUri parent) {
        List<Conference> children = new ArrayList<>();
        for (Conference conference : all.values()) {
            if (conference.parent().filter(parent::equals).isPresent()) {
                read.add(conference.id());
                children.add(conference);
            }
        }
        return children;
    }

    @Override
    public Iterable<Conference> all() {
        read.addAll(all.keySet());
        return all.values();
    }

    @Override
    public boolean reaches(Tally tally, int limit) {
        throw new UnsupportedOperationException("nothing about clones depends on how many there are");
    }
}
