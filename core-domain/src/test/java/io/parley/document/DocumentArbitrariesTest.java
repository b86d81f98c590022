package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** That the documents of the other tests are what they are said to be. */
class DocumentArbitrariesTest {

    @Property(tries = 300)
    void documentsAreValid(@ForAll("documents") Element document) {
        assertThat(Validation.ofDocument(document)).isEmpty();
    }

    @Property(tries = 300)
    void changesAreValidAsChanges(@ForAll("changes") Element changes) {
        assertThat(Validation.ofChanges(changes)).isEmpty();
    }

    @Test
    void togetherTheyHoldEveryRowOfTheTable() {
        Set<ElementType> seen = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            collect(
                    new Composer(new Choices(seed, 2_000), Composer.Purpose.DOCUMENT).element(Schema.CONFERENCE_INFO),
                    seen);
        }
        Set<ElementType> all = new HashSet<>();
        collect(Schema.CONFERENCE_INFO, all);
        assertThat(seen).containsAll(all);
    }

    private static void collect(Element element, Set<ElementType> seen) {
        seen.add(element.type());
        element.elements().forEach(child -> collect(child, seen));
    }

    private static void collect(ElementType type, Set<ElementType> all) {
        if (all.add(type)) {
            type.children().forEach(child -> collect(child, all));
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
}
