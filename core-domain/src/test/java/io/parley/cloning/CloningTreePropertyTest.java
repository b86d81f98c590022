package io.parley.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.conference.MediaDirections;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** For random trees and random changes, each document is what the tree from the root down makes of it. */
class CloningTreePropertyTest {

    private static final int NODES = 6;

    /**
     * A change of one node.
     *
     * @param node which
     * @param place a simple element, or the label of a medium
     * @param text the new text, empty to remove
     */
    record Edit(int node, String place, String text) {
        Element changes() {
            Element description = Schema.CONFERENCE_DESCRIPTION.empty();
            switch (place) {
                case "subject" -> description = description.with(Info.SUBJECT, text);
                case "keywords" -> description = description.with(Info.KEYWORDS, text);
                default -> {
                    Element media =
                            description.type().child(Info.AVAILABLE_MEDIA).empty();
                    Element entry = media.type().child(Info.ENTRY).empty().withAttribute(Attributes.LABEL, place);
                    description =
                            description.with(media.with(text.isEmpty() ? entry : entry.with(Info.DISPLAY_TEXT, text)));
                }
            }
            return Family.empty(node).with(description);
        }

        /** A medium that is not there cannot be removed, and in a new list its label alone would create it. */
        boolean removesNothing(Element document) {
            return text.isEmpty() && in(document).isEmpty();
        }

        Optional<String> in(Element document) {
            Optional<Element> description = document.child(Info.CONFERENCE_DESCRIPTION);
            return switch (place) {
                case "subject" -> description.flatMap(in -> in.childText(Info.SUBJECT));
                case "keywords" -> description.flatMap(in -> in.childText(Info.KEYWORDS));
                default ->
                    description
                            .flatMap(in -> in.child(Info.AVAILABLE_MEDIA))
                            .flatMap(media -> media.entry(Info.ENTRY, place))
                            .flatMap(entry -> entry.childText(Info.DISPLAY_TEXT));
            };
        }
    }

    /** The oracle: what each node says itself, place by place; nothing is kept that could be worked out. */
    private static final class Sayings {
        private final int[] parents;
        private final List<Map<String, Optional<String>>> own = new ArrayList<>();

        Sayings(int[] parents) {
            this.parents = parents;
            for (int i = 0; i < NODES; i++) {
                own.add(new HashMap<>());
            }
        }

        Optional<String> at(int node, String place) {
            return own.get(node).containsKey(place) ? own.get(node).get(place) : inherited(node, place);
        }

        private Optional<String> inherited(int node, String place) {
            return node == 0 ? Optional.empty() : at(parents[node], place);
        }

        void make(Edit edit) {
            Optional<String> said = edit.text().isEmpty() ? Optional.empty() : Optional.of(edit.text());
            if (said.equals(at(edit.node(), edit.place()))) {
                return;
            }
            if (said.equals(inherited(edit.node(), edit.place()))) {
                own.get(edit.node()).remove(edit.place());
            } else {
                own.get(edit.node()).put(edit.place(), said);
            }
        }
    }

    @Property(tries = 300)
    void eachNodeSaysWhatItSaysItselfAndForTheRestWhatItsParentSays(
            @ForAll("parents") int[] parents, @ForAll("edits") List<Edit> edits) {
        Family family = family(parents);
        Sayings sayings = new Sayings(parents);
        for (Edit edit : edits) {
            if (edit.removesNothing(family.get(edit.node()).document())) {
                continue;
            }
            Map<Integer, Conference> before = states(family);
            Set<XconUri> stored = ids(family.update(edit.node(), edit.changes()));
            sayings.make(edit);
            for (int node = 0; node < NODES; node++) {
                for (String place : List.of("subject", "keywords", "m1", "m2")) {
                    assertThat(new Edit(node, place, "").in(family.get(node).document()))
                            .as("%s of %d after %s", place, node, edit)
                            .isEqualTo(sayings.at(node, place));
                }
                assertStep(node == edit.node(), before.get(node), family.get(node), stored);
            }
        }
    }

    @Property(tries = 150)
    void whateverChangesEachDocumentIsThatOfItsParentWithItsOwnOverIt(
            @ForAll("parents") int[] parents, @ForAll("changes") List<Tuple.Tuple2<Integer, Element>> changes) {
        Family family = family(parents);
        for (Tuple.Tuple2<Integer, Element> change : changes) {
            int changed = change.get1();
            Map<Integer, Conference> before = states(family);
            Set<XconUri> stored = ids(family.update(changed, change.get2()));
            for (int node = 0; node < NODES; node++) {
                if (node > 0) {
                    assertThat(Diff.between(
                                    uncounted(derived(family, parents, node)),
                                    uncounted(family.get(node).document())))
                            .as("node %d", node)
                            .isEmpty();
                }
                assertStep(node == changed, before.get(node), family.get(node), stored);
            }
            assertThat(Diff.between(
                            uncounted(Merge.update(before.get(changed).document(), change.get2())),
                            uncounted(family.get(changed).document())))
                    .isEmpty();
        }
    }

    /** From the root down, each time anew. */
    private static Element derived(Family family, int[] parents, int node) {
        if (node == 0) {
            return family.get(0).document();
        }
        Element parent = derived(family, parents, parents[node]);
        return family.get(node)
                .overrides()
                .orElseThrow()
                .over(Inheritance.of(parent, family.get(node).kind()));
    }

    /** The count of users, the directions of media and who is muted are worked out; endpoints are nobody's but the object's own. */
    private static Element uncounted(Element given) {
        Element document = withoutEndpoints(MediaDirections.statedIn(given));
        return document.child(Info.CONFERENCE_STATE)
                .map(state -> {
                    Element left = state.without(Info.USER_COUNT);
                    boolean empty = left.size() == 0 && left.attributes().isEmpty();
                    return empty ? document.without(state) : document.replacing(state, left);
                })
                .orElse(document);
    }

    private static Element withoutEndpoints(Element document) {
        Optional<Element> users = document.child(Info.USERS);
        Element left = users.orElseGet(Schema.USERS::empty);
        for (Element user : left.elements()) {
            left = user.type() == Schema.USER ? left.replacing(user, user.without(Info.ENDPOINT)) : left;
        }
        return users.isPresent() ? document.replacing(users.get(), left) : document;
    }

    /** Versions rise by one exactly where something shows, and with what was asked for. */
    private static void assertStep(boolean asked, Conference before, Conference after, Set<XconUri> stored) {
        boolean shows = !Diff.between(before.document(), after.document()).isEmpty();
        assertThat(stored.contains(after.id())).isEqualTo(asked || shows);
        assertThat(after.version().value() - before.version().value()).isEqualTo(asked || shows ? 1 : 0);
    }

    private static Family family(int[] parents) {
        Family family = new Family();
        family.found(Family.empty(0));
        for (int node = 1; node < NODES; node++) {
            family.cloneOf(parents[node], node);
        }
        return family;
    }

    private static Map<Integer, Conference> states(Family family) {
        Map<Integer, Conference> states = new HashMap<>();
        for (int node = 0; node < NODES; node++) {
            states.put(node, family.get(node));
        }
        return states;
    }

    private static Set<XconUri> ids(List<Conference> states) {
        Set<XconUri> ids = new HashSet<>();
        states.forEach(state -> assertThat(ids.add(state.id())).isTrue());
        return ids;
    }

    /** The parent of each node is one of those before it. */
    @Provide
    static Arbitrary<int[]> parents() {
        return Arbitraries.integers()
                .between(0, 99)
                .array(int[].class)
                .ofSize(NODES)
                .map(numbers -> {
                    int[] parents = new int[NODES];
                    for (int node = 1; node < NODES; node++) {
                        parents[node] = numbers[node] % node;
                    }
                    return parents;
                });
    }

    @Provide
    static Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, NODES - 1),
                        Arbitraries.of("subject", "keywords", "m1", "m2"),
                        Arbitraries.of("", "a", "b", "c"))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** Floors need the media of their document, which clones need not have; they are left out. */
    @Provide
    static Arbitrary<List<Tuple.Tuple2<Integer, Element>>> changes() {
        return Combinators.combine(Arbitraries.integers().between(0, NODES - 1), DocumentArbitraries.changes())
                .as((node, changes) -> Tuple.of(node, changes.without(Xcon.FLOOR_INFORMATION)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
