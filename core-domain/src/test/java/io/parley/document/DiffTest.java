package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static final int TRIES = 200;
    private static final Name NOTE = Name.of("urn:example:one", "note");

    private static final Element DESCRIPTION =
            Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, "Plans");

    @Property(tries = TRIES)
    void aDocumentDiffersInNothingFromItself(@ForAll("documents") Element document) {
        assertThat(Diff.between(document, document)).isEmpty();
        assertThat(Diff.between(document, Replay.inOrder(document))).isEmpty();
    }

    @Property(tries = TRIES)
    void aDiffAppliedGivesTheSecondDocument(@ForAll("documents") Element one, @ForAll("documents") Element other) {
        assertThat(withoutMeaninglessOrder(Diff.apply(one, Diff.between(one, other))))
                .isEqualTo(withoutMeaninglessOrder(other));
    }

    @Property(tries = TRIES)
    void aDiffAppliedGivesTheNextVersion(@ForAll("documents") Element document, @ForAll("changes") Element changes) {
        Element next = Merge.update(document, changes);
        assertThat(withoutMeaninglessOrder(Diff.apply(document, Diff.between(document, next))))
                .isEqualTo(withoutMeaninglessOrder(next));
        assertThat(withoutMeaninglessOrder(Diff.apply(next, Diff.between(next, document))))
                .isEqualTo(withoutMeaninglessOrder(document));
    }

    @Property(tries = TRIES)
    void documentsWithoutDifferencesAreTheSame(@ForAll("documents") Element one, @ForAll("documents") Element other) {
        boolean same = withoutMeaninglessOrder(one).equals(withoutMeaninglessOrder(other));
        assertThat(Diff.between(one, other).isEmpty()).isEqualTo(same);
    }

    /** Keys tell entries apart and names foreign elements, wherever they stand among each other. */
    private static Element withoutMeaninglessOrder(Element element) {
        if (element.type().isForeign()) {
            return element;
        }
        List<Node> content = new ArrayList<>();
        for (Node node : element.content()) {
            content.add(node instanceof Element child ? withoutMeaninglessOrder(child) : node);
        }
        content.sort(Comparator.<Node>comparingInt(Children::rank).thenComparing(DiffTest::mark));
        return Element.of(element.type(), element.attributes(), content);
    }

    private static String mark(Node node) {
        return node instanceof Element element
                ? element.type().isForeign()
                        ? element.name().toString()
                        : element.key().orElse("")
                : "";
    }

    @Property(tries = TRIES)
    void eachDifferenceIsOne(@ForAll("documents") Element one, @ForAll("documents") Element other) {
        assertThat(Diff.between(one, other)).allSatisfy(difference -> {
            if (difference instanceof Difference.OfAttribute attribute) {
                assertThat(attribute.before()).isNotEqualTo(attribute.after());
            } else if (difference instanceof Difference.OfElement element) {
                assertThat(element.before()).isNotEqualTo(element.after());
            }
        });
    }

    @Test
    void anElementCame() {
        Element after = DESCRIPTION.with(Info.FREE_TEXT, "More");
        assertThat(Diff.between(DESCRIPTION, after))
                .containsExactly(new Difference.OfElement(
                        path(DESCRIPTION, after.child(Info.FREE_TEXT)), Optional.empty(), after.child(Info.FREE_TEXT)));
    }

    @Test
    void anElementWent() {
        Element after = DESCRIPTION.without(Info.SUBJECT);
        assertThat(Diff.between(DESCRIPTION, after))
                .containsExactly(new Difference.OfElement(
                        path(DESCRIPTION, DESCRIPTION.child(Info.SUBJECT)),
                        DESCRIPTION.child(Info.SUBJECT),
                        Optional.empty()));
    }

    @Test
    void anElementHasAnotherText() {
        Element after = DESCRIPTION.with(Info.SUBJECT, "Other plans");
        assertThat(Diff.between(DESCRIPTION, after))
                .containsExactly(new Difference.OfElement(
                        path(DESCRIPTION, DESCRIPTION.child(Info.SUBJECT)),
                        DESCRIPTION.child(Info.SUBJECT),
                        after.child(Info.SUBJECT)));
    }

    @Test
    void anAttributeCameWentOrHasAnotherValue() {
        Element german = DESCRIPTION.withAttribute(Attributes.LANG, "de");
        Element french = DESCRIPTION.withAttribute(Attributes.LANG, "fr");
        assertThat(Diff.between(DESCRIPTION, german)).containsExactly(language(Optional.empty(), Optional.of("de")));
        assertThat(Diff.between(german, DESCRIPTION)).containsExactly(language(Optional.of("de"), Optional.empty()));
        assertThat(Diff.between(german, french)).containsExactly(language(Optional.of("de"), Optional.of("fr")));
    }

    private static Difference language(Optional<String> before, Optional<String> after) {
        return new Difference.OfAttribute(
                Path.of(DESCRIPTION), Schema.CONFERENCE_DESCRIPTION, Attributes.LANG, before, after);
    }

    @Test
    void aForeignElementDiffersAsAWhole() {
        Element inner =
                ElementType.foreign(NOTE).empty().with(ElementType.foreign(NOTE).text("a"));
        Element before = DESCRIPTION.with(inner);
        Element after = DESCRIPTION.with(inner.withAttribute(NOTE, "1"));
        assertThat(Diff.between(before, after))
                .singleElement()
                .isEqualTo(new Difference.OfElement(
                        path(DESCRIPTION, Optional.of(inner)), before.child(NOTE), after.child(NOTE)));
    }

    @Test
    void aDifferenceStandsAtTheDeepestPlaceThatHoldsAllOfIt() {
        Element before = DocumentArbitraries.withUsers(3);
        Element users = before.child(Info.USERS).orElseThrow();
        Element user = DocumentArbitraries.user(1);
        Element renamed = user.with(Info.DISPLAY_TEXT, "Renamed");
        Element after = before.with(users.with(renamed).with(DocumentArbitraries.user(7)));

        assertThat(Diff.between(before, after))
                .extracting(difference -> difference.path().toString())
                .containsExactly(
                        "info:conference-info/info:users/info:user[xcon-userid:user1@example.com]/info:display-text",
                        "info:conference-info/info:users/info:user[xcon-userid:user7@example.com]");
    }

    @Test
    void anEntryThatMovedAmongItsSiblingsIsNoDifference() {
        Element users = DocumentArbitraries.withUsers(3).child(Info.USERS).orElseThrow();
        Element first = users.elements().get(0);
        assertThat(Diff.between(users, users.without(first).with(first))).isEmpty();
    }

    @Test
    void anotherSpellingOfAKeyIsADifferenceOfItsAttribute() {
        Element users = DocumentArbitraries.withUsers(1).child(Info.USERS).orElseThrow();
        Element shouted = users.with(
                DocumentArbitraries.user(0).withAttribute(Attributes.ENTITY, "xcon-userid:USER0@example.com"));
        List<Difference> differences = Diff.between(users, shouted);
        assertThat(differences).singleElement().isInstanceOf(Difference.OfAttribute.class);
        assertThat(Diff.apply(users, differences)).isEqualTo(shouted);
    }

    @Test
    void whatHasNoKeyIsComparedByItsPosition() {
        Element before = DESCRIPTION.with(note("1")).with(note("2")).with(note("3"));
        Element after = DESCRIPTION.with(note("1")).with(note("4"));
        List<Difference> differences = Diff.between(before, after);
        assertThat(differences)
                .extracting(difference -> difference.path().toString())
                .containsExactly(
                        "info:conference-description/{urn:example:one}note[2]",
                        "info:conference-description/{urn:example:one}note[3]");
        assertThat(Diff.apply(before, differences)).isEqualTo(after);
    }

    @Test
    void elementsOfDifferentTypesAreNotCompared() {
        assertThatThrownBy(() -> Diff.between(Schema.USERS.empty(), Schema.USER.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("info:users")
                .hasMessageContaining("info:user");
    }

    @Test
    void aDifferenceInWhatIsNotThereIsNotApplied() {
        Element users = DocumentArbitraries.withUsers(1).child(Info.USERS).orElseThrow();
        Element renamed = users.with(DocumentArbitraries.user(0).with(Info.DISPLAY_TEXT, "Renamed"));
        List<Difference> differences = Diff.between(users, renamed);
        assertThatThrownBy(() -> Diff.apply(Schema.USERS.empty(), differences))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xcon-userid:user0@example.com");
    }

    @Test
    void oneChangeAmongAHundredThousandUsersIsFoundForWhatTheChangeCost() {
        Element after = Huge.renamed(61_803);
        assertThat(Diff.between(Huge.DOCUMENT, after))
                .extracting(difference -> difference.path().toString())
                .containsExactly("info:conference-info/info:users"
                        + "/info:user[xcon-userid:user61803@example.com]/info:display-text");

        Element few = DocumentArbitraries.withUsers(100);
        Element fewUsers = few.child(Info.USERS).orElseThrow();
        Element fewAfter = few.with(fewUsers.with(DocumentArbitraries.user(50).with(Info.DISPLAY_TEXT, "Renamed")));
        long amongFew = Allocation.of(() -> Diff.between(few, fewAfter));
        assertThat(Allocation.of(() -> Diff.between(Huge.DOCUMENT, after))).isLessThan(2 * amongFew);
    }

    @Test
    void aDiffAppliedToAHundredThousandUsersSharesAllOthers() {
        Element after = Huge.renamed(61_803);
        Element applied = Diff.apply(Huge.DOCUMENT, Diff.between(Huge.DOCUMENT, after));
        assertThat(applied).isEqualTo(after);
        assertThat(applied.child(Info.USERS).orElseThrow().beside(Huge.users())).hasSize(1);
    }

    private static Path path(Element parent, Optional<Element> child) {
        return Path.of(parent).to(child.orElseThrow(), 0);
    }

    private static Element note(String text) {
        return ElementType.foreign(NOTE).text(text);
    }

    @Provide
    static Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }

    @Provide
    static Arbitrary<Element> changes() {
        return DocumentArbitraries.changes();
    }
}
