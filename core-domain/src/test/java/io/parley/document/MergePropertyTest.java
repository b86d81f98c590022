package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every merge, whatever is merged into what. */
class MergePropertyTest {

    private static final int TRIES = 200;

    @Property(tries = TRIES)
    void aFullCopyChangesNothing(@ForAll("documents") Element document) {
        assertThat(Merge.update(document, document)).isSameAs(document);
        assertThat(Merge.update(document, Replay.inOrder(document))).isSameAs(document);
        assertThat(Merge.create(document, document)).isEqualTo(document);
    }

    @Property(tries = TRIES)
    void aDocumentIsCreatedFromNothingAsItIsGiven(@ForAll("documents") Element document) {
        assertThat(Merge.create(Schema.CONFERENCE_INFO.empty(), document)).isEqualTo(document);
    }

    @Property(tries = TRIES)
    void changesThatTakeNothingAwayCanBeMadeTwice(
            @ForAll("documents") Element document, @ForAll("additions") Element additions) {
        Element once = Merge.update(document, additions);
        assertThat(Merge.update(once, additions)).isEqualTo(once);
    }

    @Property(tries = TRIES)
    void aDocumentMergedOverAnotherStaysValid(
            @ForAll("documents") Element document, @ForAll("documents") Element other) {
        // The labels of floors are those of the media of their own document.
        Element merged = Merge.update(document.without(Xcon.FLOOR_INFORMATION), other.without(Xcon.FLOOR_INFORMATION));
        assertThat(Validation.ofDocument(merged)).isEmpty();
    }

    @Property(tries = TRIES)
    void noStateAndNoVersionIsKept(@ForAll("documents") Element document, @ForAll("changes") Element changes) {
        assertThat(marksIn(Merge.update(document, changes))).isEmpty();
        assertThat(marksIn(Merge.create(document, changes))).isEmpty();
    }

    private static List<String> marksIn(Element element) {
        List<String> marks = new ArrayList<>();
        if (!element.type().isForeign()) {
            element.attribute(Attributes.STATE).ifPresent(marks::add);
            element.attribute(Attributes.VERSION).ifPresent(marks::add);
            element.elements().forEach(child -> marks.addAll(marksIn(child)));
        }
        return marks;
    }

    @Property(tries = TRIES)
    void nothingEmptyThatRemovesIsKept(@ForAll("documents") Element document, @ForAll("changes") Element changes) {
        assertThat(emptiesIn(Merge.update(document, changes))).isEmpty();
        assertThat(emptiesIn(Merge.create(document, changes))).isEmpty();
    }

    private static List<Element> emptiesIn(Element element) {
        List<Element> empties = new ArrayList<>();
        if (!element.type().isForeign()) {
            boolean removes = !element.type().isStructured() || element.type().isLeftOutWhenEmpty();
            if (removes && element.size() == 0) {
                empties.add(element);
            }
            element.elements().forEach(child -> empties.addAll(emptiesIn(child)));
        }
        return empties;
    }

    @Property(tries = TRIES)
    void whatIsNotMentionedStaysAndIsShared(@ForAll("documents") Element document, @ForAll("changes") Element changes) {
        assertKept(document, changes, Merge.update(document, changes));
    }

    private static void assertKept(Element before, Element changes, Element after) {
        for (Attribute attribute : before.attributes()) {
            if (changes.attribute(attribute.name()).isEmpty()) {
                assertThat(after.attributes()).contains(attribute);
            }
        }
        for (Element child : before.elements()) {
            ElementType type = child.type();
            boolean asGroup =
                    type.isForeign() || type.occurrence().isCollection() && (type.isReplacedWhole() || !type.isKeyed());
            if (asGroup) {
                if (changes.child(child.name()).isEmpty()) {
                    assertThat(after.elements()).anyMatch(kept -> kept == child);
                }
                continue;
            }
            Optional<Element> change = changes.counterpart(child);
            Optional<Element> now = after.counterpart(child);
            if (change.isEmpty()) {
                assertThat(now).as(child.toString()).containsSame(child);
            } else if (now.isPresent() && type.isStructured() && !type.isReplacedWhole()) {
                assertKept(child, change.get(), now.get());
            }
        }
    }

    @Property(tries = TRIES)
    void whatIsMentionedIsThereAfterwards(
            @ForAll("documents") Element document, @ForAll("additions") Element additions) {
        assertThere(additions, Merge.update(document, additions));
    }

    private static void assertThere(Element additions, Element after) {
        for (Element child : additions.elements()) {
            boolean leftOut = child.type().isLeftOutWhenEmpty() && child.size() == 0;
            if (child.type().isStructured() && !leftOut) {
                assertThat(
                                child.type().isKeyed()
                                                || !child.type().occurrence().isCollection()
                                        ? after.counterpart(child)
                                        : after.child(child.name()))
                        .as(child.toString())
                        .isPresent();
                after.counterpart(child).ifPresent(now -> assertThere(child, now));
            } else if (!leftOut) {
                assertThat(after.elements()).extracting(Element::text).contains(child.text());
            }
        }
    }

    @Provide
    static Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }

    @Provide
    static Arbitrary<Element> changes() {
        return DocumentArbitraries.changes();
    }

    @Provide
    static Arbitrary<Element> additions() {
        return DocumentArbitraries.additions();
    }
}
