package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An element is the same however many children it holds and however they came: its two representations do not show. */
class FewAndManyTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");
    private static final int USERS = 50;

    /** One step in the life of a roster. */
    record Step(Kind kind, int number) {
        enum Kind {
            ADD,
            ADD_MANY,
            REMOVE,
            REMOVE_MANY,
            HANDLING,
            NOTE
        }
    }

    /** What a roster holds, as simply as can be. */
    private static final class Model {
        private final Map<Integer, Element> users = new LinkedHashMap<>();
        private final List<Element> handling = new ArrayList<>();
        private final List<Element> notes = new ArrayList<>();

        List<Element> content() {
            List<Element> content = new ArrayList<>(users.values());
            content.addAll(handling);
            content.addAll(notes);
            return content;
        }
    }

    @Property(tries = 100)
    void aRosterHoldsWhatASimpleListWould(@ForAll("steps") List<Step> steps) {
        Model model = new Model();
        Element roster = Schema.USERS.empty();
        for (Step step : steps) {
            roster = make(step, roster, model);

            assertThat(roster.elements()).isEqualTo(model.content());
            assertThat(roster.size()).isEqualTo(model.content().size());
            assertThat(roster.count(Info.USER)).isEqualTo(model.users.size());
            assertThat(roster.children(NOTE)).isEqualTo(model.notes);
            assertThat(roster.child(Xcon.JOIN_HANDLING).stream().toList()).isEqualTo(model.handling);
        }
        for (int number = 0; number < USERS; number++) {
            assertThat(roster.entry(Info.USER, key(number)).orElse(null)).isEqualTo(model.users.get(number));
        }
    }

    @Property(tries = 100)
    void howARosterCameAboutDoesNotShow(@ForAll("steps") List<Step> steps) {
        Model model = new Model();
        Element roster = Schema.USERS.empty();
        for (Step step : steps) {
            roster = make(step, roster, model);
        }
        Element atOnce = Element.of(Schema.USERS, List.of(), model.content());

        assertThat(roster).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
        assertThat(atOnce).isEqualTo(roster).hasToString(roster.toString());
        assertThat(Diff.between(roster, atOnce)).isEmpty();
        assertThat(Diff.between(atOnce, roster)).isEmpty();
    }

    private static Element make(Step step, Element roster, Model model) {
        int number = step.number();
        return switch (step.kind()) {
            case ADD -> add(roster, model, number);
            case ADD_MANY -> {
                Element grown = roster;
                for (int i = 0; i < 30; i++) {
                    grown = add(grown, model, (number + i) % USERS);
                }
                yield grown;
            }
            case REMOVE -> remove(roster, model, number);
            case REMOVE_MANY -> {
                Element left = roster;
                for (int i = 0; i < 30; i++) {
                    left = remove(left, model, (number + i) % USERS);
                }
                yield left;
            }
            case HANDLING -> {
                String word = "word" + number;
                model.handling.clear();
                model.handling.add(Schema.USERS.child(Xcon.JOIN_HANDLING).text(word));
                yield roster.with(Xcon.JOIN_HANDLING, word);
            }
            case NOTE -> {
                Element note = ElementType.foreign(NOTE).text("note " + number);
                model.notes.add(note);
                yield roster.with(note);
            }
        };
    }

    private static Element add(Element roster, Model model, int number) {
        Element user = DocumentArbitraries.user(number)
                .withAttribute(NOTE, Integer.toString(model.content().size()));
        model.users.put(number, user);
        return roster.with(user);
    }

    private static Element remove(Element roster, Model model, int number) {
        Element gone = model.users.remove(number);
        return gone == null
                ? roster
                : roster.without(roster.entry(Info.USER, key(number)).orElseThrow());
    }

    private static String key(int number) {
        return "xcon-userid:user" + number + "@example.com";
    }

    @Test
    void placesOutsideTheCollectionDoNotDependOnWhatCameFirst() {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            children.add(DocumentArbitraries.user(i));
        }
        Element inOrder = Element.of(Schema.USERS, List.of(), children)
                .with(Xcon.JOIN_HANDLING, "allow")
                .with(Xcon.USER_ADMISSION_POLICY, "anonymous")
                .with(ElementType.foreign(NOTE).text("last"));
        Element reversed = Schema.USERS
                .empty()
                .with(ElementType.foreign(NOTE).text("last"))
                .with(Xcon.USER_ADMISSION_POLICY, "anonymous")
                .with(Xcon.JOIN_HANDLING, "allow");
        for (Element user : children) {
            reversed = reversed.with(user);
        }
        assertThat(reversed).isEqualTo(inOrder);
    }

    @Test
    void foreignSiblingsStayInTheOrderOfArrivalAmongMany() {
        List<Element> notes = new ArrayList<>();
        Element users = DocumentArbitraries.withUsers(40).child(Info.USERS).orElseThrow();
        for (int i = 0; i < 40; i++) {
            Element note = ElementType.foreign(Name.of("urn:example:one", i % 2 == 0 ? "even" : "odd"))
                    .text(Integer.toString(i));
            notes.add(note);
            users = users.with(note);
        }
        List<Element> last = users.elements().subList(40, 80);
        assertThat(last).isEqualTo(notes);

        Element seventh = notes.get(7);
        Element without = users.without(last.get(7));
        notes.remove(seventh);
        assertThat(without.elements().subList(40, 79)).isEqualTo(notes);
    }

    @Test
    void ofSeveralEntriesWithOneKeyTheFirstIsFoundUntilItGoes() {
        for (int others : List.of(0, 60)) {
            Element first = DocumentArbitraries.user(100).with(Info.DISPLAY_TEXT, "first");
            Element second = DocumentArbitraries.user(100).with(Info.DISPLAY_TEXT, "second");
            List<Element> children = new ArrayList<>(List.of(first, second));
            for (int i = 0; i < others; i++) {
                children.add(DocumentArbitraries.user(i));
            }
            Element users = Element.of(Schema.USERS, List.of(), children);
            Element renamed = DocumentArbitraries.user(101);

            assertThat(users.entry(Info.USER, key(100))).containsSame(first);
            assertThat(users.without(second).entry(Info.USER, key(100))).containsSame(first);
            assertThat(users.without(first).entry(Info.USER, key(100))).containsSame(second);
            assertThat(users.replacing(first, renamed).entry(Info.USER, key(100)))
                    .containsSame(second);
            assertThat(users.replacing(first, renamed).entry(Info.USER, key(101)))
                    .containsSame(renamed);
        }
    }

    @Test
    void changingOneOfAHundredThousandUsersSharesAllOthers() {
        Element users = Huge.users();
        Element before = users.entry(Info.USER, key(61_803)).orElseThrow();
        Element changed = users.replacing(before, before.with(Info.DISPLAY_TEXT, "Renamed"));
        Element joined = users.with(DocumentArbitraries.user(Huge.USERS));
        Element left = users.without(before);

        assertThat(changed.beside(users)).hasSize(1);
        assertThat(users.beside(changed)).containsExactly(before);
        assertThat(joined.beside(users)).hasSize(1);
        assertThat(users.beside(joined)).isEmpty();
        assertThat(left.beside(users)).isEmpty();
        assertThat(users.beside(left)).containsExactly(before);
        List<Integer> sample = new ArrayList<>(List.of(0, 61_802, 61_804, Huge.USERS - 1));
        Collections.addAll(sample, 1, 2, 3, 50_000);
        for (int number : sample) {
            assertThat(changed.entry(Info.USER, key(number)).orElseThrow())
                    .isSameAs(users.entry(Info.USER, key(number)).orElseThrow());
        }
    }

    @Test
    void aChangeAmongAHundredThousandAllocatesLittleMoreThanAmongAHundred() {
        Element few = DocumentArbitraries.withUsers(100).child(Info.USERS).orElseThrow();
        Element many = Huge.users();

        long amongFew = Allocation.of(() -> changeOne(few));
        long amongMany = Allocation.of(() -> changeOne(many));

        assertThat(amongMany).isLessThan(2 * amongFew);
    }

    private static Element changeOne(Element users) {
        Element user = users.entry(Info.USER, key(57)).orElseThrow();
        return users.replacing(user, user.with(Info.DISPLAY_TEXT, "Renamed"));
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Step.Kind.class),
                        Arbitraries.integers().between(0, USERS - 1).withoutEdgeCases())
                .as(Step::new)
                .list()
                .ofMaxSize(25)
                .withoutEdgeCases();
    }
}
