package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.authorization.ProtectedParts;
import io.parley.cloning.Inheritance;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the data model does not know, at each place where it may stand (RFC 6501 section 6). */
class ExtensionTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");
    private static final Name UNKNOWN = Name.of(Name.XCON_NAMESPACE, "unknown");

    @TestFactory
    @Requirement({"DM-6-01", "DM-6-02", "DM-EL-171", "DM-4.2.5-28"})
    Stream<DynamicTest> aForeignElementIsKeptAndNeverInterpreted() {
        return places().filter(row -> row.kind().equals("structure"))
                .map(row -> dynamicTest(row.path(), () -> assertForeignElementKept(row)));
    }

    private static void assertForeignElementKept(DataModelRow row) {
        Place place = row.place();
        for (Name name : List.of(NOTE, UNKNOWN)) {
            Element first = ElementType.foreign(name).text(" first ");
            Element second = ElementType.foreign(name).text("second").withAttribute(NOTE, "1");
            Element without = holding(place, least(place));
            Element document = Replay.inOrder(holding(place, least(place).with(first)));

            assertThat(Validation.ofDocument(document)).isEmpty();
            assertThat(Validation.ofChanges(document)).isEmpty();
            assertThat(foreign(place, document, name)).containsExactly(first);
            assertThat(foreign(place, Merge.update(without, document), name)).containsExactly(first);
            assertThat(foreign(place, Merge.update(document, without), name))
                    .isEqualTo(isReplacedWhole(place) ? List.of() : List.of(first));
            assertThat(foreign(
                            place,
                            Merge.update(document, holding(place, least(place).with(second))),
                            name))
                    .containsExactly(second);
            assertThat(foreign(place, Inheritance.of(document), name))
                    .isEqualTo(row.cloned().equals("no") ? List.of() : List.of(first));
            assertThat(ProtectedParts.touched(without, document, true).isPresent())
                    .as("only a message to a sidebar changes it")
                    .isEqualTo(row.path().contains("sidebars-by-val"));
        }
    }

    private static List<Element> foreign(Place place, Element document, Name name) {
        return place.elementsIn(document).stream()
                .flatMap(element -> element.elements().stream())
                .filter(child -> child.name().equals(name))
                .toList();
    }

    @TestFactory
    @Requirement({"DM-6-01", "DM-6-02", "DM-EL-172"})
    Stream<DynamicTest> aForeignAttributeIsKeptAndNeverInterpreted() {
        return places().map(row -> dynamicTest(row.path(), () -> assertForeignAttributeKept(row)));
    }

    private static void assertForeignAttributeKept(DataModelRow row) {
        Place place = row.place();
        Element without = holding(place, least(place));
        Element document = Replay.inOrder(holding(place, least(place).withAttribute(NOTE, " first ")));
        Element other = holding(place, least(place).withAttribute(NOTE, "second"));

        assertThat(Validation.ofDocument(document)).isEmpty();
        assertThat(Validation.ofChanges(document)).isEmpty();
        assertThat(values(place, document)).containsExactly(" first ");
        assertThat(values(place, Merge.update(without, document))).containsExactly(" first ");
        assertThat(values(place, Merge.update(document, other))).containsExactly("second");
        assertThat(values(place, Inheritance.of(document)))
                .isEqualTo(row.cloned().equals("no") ? List.of() : List.of(" first "));
    }

    private static List<String> values(Place place, Element document) {
        return place.elementsIn(document).stream()
                .flatMap(element -> element.attribute(NOTE).stream())
                .toList();
    }

    private static Stream<DataModelRow> places() {
        return DataModelRow.all().stream().filter(row -> !row.isAttribute());
    }

    private static Element least(Place place) {
        return place.datatype().isPresent() && !place.isPartOfAKey()
                ? Composer.least(place.type(), 0)
                        .withText(Values.two(place.datatype().get()).get(0))
                : Composer.leastKept(place.type());
    }

    /** Whether an update that mentions what stands there leaves nothing of it. */
    private static boolean isReplacedWhole(Place place) {
        return place.types().stream()
                .skip(1)
                .anyMatch(type -> type.isReplacedWhole() || type.occurrence().isCollection() && !type.isKeyed());
    }

    private static Element holding(Place place, Element element) {
        return place.holding(List.of(element));
    }
}
