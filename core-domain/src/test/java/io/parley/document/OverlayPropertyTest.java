package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every overlay, whatever it is put over. */
class OverlayPropertyTest {

    private static final int TRIES = 300;

    @Property(tries = TRIES)
    void whatADocumentHasOfItsOwnMakesItOfWhatItInherits(
            @ForAll("documents") Element inherited, @ForAll("documents") Element document) {
        assertSame(Overlay.between(inherited, document).over(inherited), document);
    }

    @Property(tries = TRIES)
    void everyChangeOfTheDocumentIsItsOwn(
            @ForAll("documents") Element inherited,
            @ForAll("changes") Element first,
            @ForAll("changes") Element second,
            @ForAll("documents") Element third) {
        Element one = Merge.update(inherited, first);
        Element two = Merge.update(one, second);

        Overlay overlay = Overlay.between(inherited, one).after(one, two);
        assertSame(overlay.over(inherited), two);
        assertSame(overlay.after(two, third).over(inherited), third);
    }

    @Property(tries = TRIES)
    void whoAsksForWhatHeInheritsHasTheSameDocumentAndLessOfHisOwn(
            @ForAll("documents") Element inherited,
            @ForAll("changes") Element first,
            @ForAll("changes") Element second) {
        Element one = Merge.update(inherited, first);
        Element two = Merge.update(one, second);
        Overlay overlay = Overlay.between(inherited, one).after(one, two).settled(one, two, inherited);

        assertSame(overlay.over(inherited), two);
        assertThat(overlay.after(two, inherited).settled(two, inherited, inherited))
                .as("back to what is inherited")
                .isEqualTo(Overlay.NONE);
    }

    @Property(tries = TRIES)
    void whatItDoesNotTouchIsShared(@ForAll("documents") Element inherited) {
        assertThat(Overlay.NONE.over(inherited)).isSameAs(inherited);
        Element users = Schema.USERS.empty();
        Element before = inherited.child(Info.USERS).isPresent() ? inherited : inherited.with(users);
        Element after =
                before.with(before.child(Info.USERS).orElseThrow().with(Xcon.JOIN_HANDLING, "a word of its own"));

        Element derived = Overlay.between(before, after).over(before);
        for (Element child : before.elements()) {
            if (!child.name().equals(Info.USERS)) {
                assertThat(derived.elements()).anyMatch(shared -> shared == child);
            }
        }
    }

    @Property(tries = TRIES)
    void changesThatDoNotCollideComeToTheSameInEitherOrder(
            @ForAll("documents") Element base, @ForAll("changes") Element one, @ForAll("changes") Element other) {
        Element afterOne = Merge.update(base, one);
        Element afterOther = Merge.update(base, other);
        ThreeWayMerge merge = ThreeWayMerge.of(base, afterOne, other);
        ThreeWayMerge reverse = ThreeWayMerge.of(base, afterOther, one);

        assertThat(merge.collision().isPresent()).isEqualTo(reverse.collision().isPresent());
        if (merge.collision().isEmpty()) {
            assertSame(merge.merged(), reverse.merged());
        }
    }

    @Property(tries = TRIES)
    void nothingCollidesWithNothing(@ForAll("documents") Element base, @ForAll("changes") Element changes) {
        ThreeWayMerge merge = ThreeWayMerge.of(base, base, changes);
        assertThat(merge.collision()).isEmpty();
        assertSame(merge.merged(), Merge.update(base, changes));

        Element changed = Merge.update(base, changes);
        ThreeWayMerge whole = ThreeWayMerge.of(base, changed, base);
        assertThat(whole.collision()).isEmpty();
        assertSame(whole.merged(), changed);
    }

    @Property(tries = TRIES)
    void whatBothChangeCollidesEvenIfToTheSame(@ForAll("documents") Element base, @ForAll("changes") Element changes) {
        Element changed = Merge.update(base, changes);
        boolean changedAnything = !Diff.between(base, changed).stream().allMatch(OverlayPropertyTest::isEmptyContainer);
        assertThat(ThreeWayMerge.of(base, changed, changes).collision().isPresent())
                .isEqualTo(changedAnything);
    }

    /** Both may bring a place to put things into. */
    private static boolean isEmptyContainer(Difference difference) {
        return difference instanceof Difference.OfElement change
                && change.before().isEmpty()
                && change.after().filter(OverlayPropertyTest::isEmptyContainer).isPresent();
    }

    private static boolean isEmptyContainer(Element element) {
        return !element.type().isForeign()
                && !element.type().isKeyed()
                && (!element.type().isReplacedWhole() || element.type().isInheritedByEntry())
                && element.type().isStructured()
                && element.attributes().isEmpty()
                && element.elements().stream().allMatch(OverlayPropertyTest::isEmptyContainer);
    }

    /** Up to the order that means nothing. */
    private static void assertSame(Element actual, Element expected) {
        assertThat(Diff.between(expected, actual)).isEmpty();
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
