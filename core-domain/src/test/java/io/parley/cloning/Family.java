package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.MediaDirections;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
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
import java.util.function.UnaryOperator;

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

    /** Adds a conference that runs, without parent. */
    void foundRunning(Element document) {
        Element state = Schema.CONFERENCE_STATE.empty().with(Info.ACTIVE, "true");
        put(Conference.founded(Kind.ACTIVE_CONFERENCE, document.with(state)));
    }

    /** Adds a sidebar by reference of {@code main}, into which those come who like. */
    void sidebarOf(int main, int number) {
        Conference from = all.get(id(main));
        Element document = Inheritance.of(from.document(), Kind.SIDEBAR_BY_REFERENCE)
                .withAttribute(Attributes.ENTITY, id(number).toString());
        put(CloningTree.joining(from, Conference.founded(Kind.SIDEBAR_BY_REFERENCE, document)));
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
        return change(number, document -> Merge.update(document, changes));
    }

    /** Changes the document of an object; what was stored with it, in the order of the walk. */
    List<Conference> change(int number, UnaryOperator<Element> change) {
        List<Conference> states = consequences(number, change);
        states.forEach(this::put);
        return states;
    }

    /** What would be stored with such a change, of which nothing is. */
    List<Conference> consequences(int number, UnaryOperator<Element> change) {
        Conference before = all.get(id(number));
        return Consequences.of(this, before.next(MediaDirections.statedIn(change.apply(before.document()))));
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
