package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.authorization.ProtectedParts;
import io.parley.cloning.Inheritance;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each row of the data model means for a document: how often the thing may be there, what may stand in it, who may set it, and
 * whether a clone has it. Each row is tried on the least document that holds the thing.
 */
class DataModelTest {

    private static final String UNKNOWN_WORD = "x-unknown word";

    @TestFactory
    @Requirement({
        "DM-4.2.5-06",
        "DM-4.2.7-02",
        "DM-5-02",
        "DM-EL-005",
        "DM-EL-006",
        "DM-EL-007",
        "DM-EL-008",
        "DM-EL-009",
        "DM-EL-010",
        "DM-EL-011",
        "DM-EL-012",
        "DM-EL-013",
        "DM-EL-014",
        "DM-EL-015",
        "DM-EL-017",
        "DM-EL-018",
        "DM-EL-021",
        "DM-EL-022",
        "DM-EL-023",
        "DM-EL-024",
        "DM-EL-025",
        "DM-EL-026",
        "DM-EL-027",
        "DM-EL-028",
        "DM-EL-029",
        "DM-EL-030",
        "DM-EL-031",
        "DM-EL-032",
        "DM-EL-033",
        "DM-EL-034",
        "DM-EL-035",
        "DM-EL-036",
        "DM-EL-037",
        "DM-EL-038",
        "DM-EL-039",
        "DM-EL-040",
        "DM-EL-041",
        "DM-EL-042",
        "DM-EL-043",
        "DM-EL-044",
        "DM-EL-045",
        "DM-EL-046",
        "DM-EL-047",
        "DM-EL-048",
        "DM-EL-049",
        "DM-EL-050",
        "DM-EL-052",
        "DM-EL-053",
        "DM-EL-054",
        "DM-EL-055",
        "DM-EL-056",
        "DM-EL-057",
        "DM-EL-058",
        "DM-EL-059",
        "DM-EL-060",
        "DM-EL-061",
        "DM-EL-062",
        "DM-EL-063",
        "DM-EL-067",
        "DM-EL-071",
        "DM-EL-072",
        "DM-EL-074",
        "DM-EL-075",
        "DM-EL-096",
        "DM-EL-097",
        "DM-EL-101",
        "DM-EL-102",
        "DM-EL-103",
        "DM-EL-109",
        "DM-EL-112",
        "DM-EL-115",
        "DM-EL-117",
        "DM-EL-120",
        "DM-EL-123",
        "DM-EL-124",
        "DM-EL-125",
        "DM-EL-126",
        "DM-EL-129",
        "DM-EL-130",
        "DM-EL-132",
        "DM-EL-133",
        "DM-EL-134",
        "DM-EL-135",
        "DM-EL-136",
        "DM-EL-137",
        "DM-EL-138",
        "DM-EL-139",
        "DM-EL-141",
        "DM-EL-142",
        "DM-EL-143",
        "DM-EL-144",
        "DM-EL-145",
        "DM-EL-146",
        "DM-EL-154",
        "DM-EL-155",
        "DM-EL-156",
        "DM-EL-158",
        "DM-EL-160",
        "DM-EL-161",
        "DM-EL-162",
        "DM-EL-163",
        "DM-EL-164",
        "DM-EL-165",
        "DM-EL-166",
        "DM-EL-167",
        "DM-EL-168",
        "DM-EL-169"
    })
    Stream<DynamicContainer> eachRowMeansWhatItSays() {
        return DataModelRow.all().stream()
                .filter(row -> !row.isRoot())
                .map(row -> dynamicContainer(row.title(), tests(row, row.place())));
    }

    private static List<DynamicTest> tests(DataModelRow row, Place place) {
        List<DynamicTest> tests = new ArrayList<>();
        if (row.isAttribute()) {
            tests.add(dynamicTest("is " + row.cardinality(), () -> assertRequired(row, place)));
        } else {
            tests.add(dynamicTest("is there " + row.cardinality(), () -> assertOccurrence(row, place)));
        }
        if (place.datatype().isPresent()) {
            tests.add(dynamicTest("is a " + row.kind(), () -> assertValues(row, place)));
        }
        if (!row.key().equals("-") && !row.key().equals("part")) {
            tests.add(dynamicTest("has the key " + row.key(), () -> assertDistinct(place)));
        }
        tests.add(dynamicTest("cloned: " + row.cloned(), () -> assertCloned(row, place)));
        if (!isMark(place)) {
            tests.add(dynamicTest("set by: " + row.setBy(), () -> assertSetBy(row, place)));
        }
        return tests;
    }

    /** Whether it is one of the two attributes that are read and never kept. */
    private static boolean isMark(Place place) {
        return place.attribute()
                .filter(row -> row.name().equals(Attributes.STATE) || row.name().equals(Attributes.VERSION))
                .isPresent();
    }

    private static void assertRequired(DataModelRow row, Place place) {
        Element with = place.holdingOne();
        Element element = place.elementsIn(with).get(0);
        Element without = replaced(place, with, element.withoutAttribute(name(place)));

        assertThat(Validation.ofDocument(with)).isEmpty();
        assertThat(Validation.ofDocument(without).stream().map(Finding::reason))
                .isEqualTo(
                        row.cardinality().equals("required")
                                ? List.of("the attribute " + name(place) + " is missing")
                                : List.of());
    }

    private static Element replaced(Place place, Element document, Element now) {
        return place.types().size() == 1 ? now : place.holding(List.of(now));
    }

    private static Name name(Place place) {
        return place.attribute().orElseThrow().name();
    }

    private static void assertOccurrence(DataModelRow row, Place place) {
        Element one = Composer.least(place.type(), 0);
        List<Element> several = List.of(one, Composer.least(place.type(), 1), Composer.least(place.type(), 2));
        List<String> none = reasons(place.holding(List.of()));
        List<String> many = reasons(place.holding(several));

        assertThat(reasons(place.holding(List.of(one)))).isEmpty();
        if (row.cardinality().startsWith("1")) {
            assertThat(none).contains("the element " + place.type() + " is missing");
        } else {
            assertThat(none).isEmpty();
        }
        if (row.cardinality().endsWith("n")) {
            assertThat(many).isEmpty();
            assertThat(place.elementsIn(place.holding(several))).isEqualTo(several);
        } else {
            assertThat(many).contains("it is there more than once");
        }
    }

    private static List<String> reasons(Element document) {
        return Validation.ofDocument(document).stream().map(Finding::reason).toList();
    }

    private static void assertValues(DataModelRow row, Place place) {
        Datatype datatype = place.datatype().orElseThrow();
        for (String invalid : Values.invalid(datatype)) {
            assertThat(Validation.ofDocument(place.holding(invalid)))
                    .as("'%s'", invalid)
                    .anyMatch(finding ->
                            finding.place().replaceFirst("\\[[^/]*]$", "").endsWith(last(row))
                                    && finding.reason().equals("'" + invalid + "' is not " + datatype));
        }
        for (String valid : Values.two(datatype)) {
            assertKept(place, valid, valid);
        }
        if (row.kind().startsWith("open list")) {
            assertKept(place, UNKNOWN_WORD, UNKNOWN_WORD);
            assertKept(place, "\n " + UNKNOWN_WORD + " ", UNKNOWN_WORD);
        }
        if (row.kind().equals("dateTime")) {
            assertKept(place, "2030-01-01T10:00:00+01:00", "2030-01-01T09:00:00Z");
        }
        if (row.kind().equals("boolean")) {
            assertKept(place, "1", "true");
            assertKept(place, "0", "false");
        }
    }

    private static String last(DataModelRow row) {
        return row.path().substring(row.path().lastIndexOf('/') + 1);
    }

    /** The value is read, valid, and kept by an update of a document without it. */
    private static void assertKept(Place place, String written, String kept) {
        Element document = Replay.inOrder(place.holding(written));
        assertThat(place.valuesIn(document)).containsExactly(kept);
        assertThat(reasons(document)).isEmpty();
        if (place.types().size() > 1 && !isMark(place)) {
            assertThat(place.valuesIn(Merge.update(place.holding(List.of()), document)))
                    .containsExactly(kept);
        }
    }

    private static void assertDistinct(Place place) {
        Element one = Composer.least(place.type(), 1);
        Element same = Composer.least(place.type(), 1).withAttribute(Name.of("urn:example:one", "mark"), "1");
        assertThat(reasons(place.holding(List.of(one, Composer.least(place.type(), 2)))))
                .isEmpty();
        assertThat(reasons(place.holding(List.of(one, same)))).contains("another one has the same key");
    }

    private static void assertCloned(DataModelRow row, Place place) {
        Element clone = Inheritance.of(place.holdingOne());
        if (row.isAttribute()) {
            assertThat(place.valuesIn(clone)).hasSize(row.cloned().equals("yes") ? 1 : 0);
        } else {
            assertThat(place.elementsIn(clone)).hasSize(row.cloned().equals("yes") ? 1 : 0);
        }
    }

    private static void assertSetBy(DataModelRow row, Place place) {
        for (Step step : steps(place)) {
            boolean key = place.isPartOfAKey();
            Element merged = Merge.update(step.before(), step.after());
            assertThat(place.valuesIn(merged)).as("after an update").containsAll(place.valuesIn(step.after()));
            assertThat(place.elementsIn(merged).size())
                    .isGreaterThanOrEqualTo(place.elementsIn(step.after()).size());

            boolean refusedToSteering = isTouched(step, true);
            boolean refusedToUser = isTouched(step, false);
            switch (row.access()) {
                case CLIENT -> assertThat(refusedToSteering).isFalse();
                case MODERATOR -> {
                    assertThat(refusedToSteering).as("to who steers").isFalse();
                    assertThat(refusedToUser).as("to a participant").isTrue();
                }
                case SELF -> {
                    assertThat(refusedToSteering).as("to who steers").isFalse();
                    boolean addsControls = place.type().name().equals(Xcon.CONTROLS)
                            && place.elementsIn(step.after()).size()
                                    > place.elementsIn(step.before()).size();
                    assertThat(refusedToUser).as("in his own record").isEqualTo(addsControls);
                }
                case SERVER -> {
                    assertThat(refusedToSteering).as("to who steers").isTrue();
                    assertThat(refusedToUser).as("to a participant").isTrue();
                }
                case CREATION -> {
                    if (key) {
                        assertThat(holders(place, merged))
                                .as("a new value is a new entry")
                                .isEqualTo(2);
                    } else {
                        assertThat(refusedToSteering).as("kept for life").isTrue();
                    }
                }
            }
        }
    }

    private static int holders(Place place, Element document) {
        Place entry = place.attribute().isPresent()
                ? place
                : new Place(place.types().subList(0, place.types().size() - 1), place.attribute());
        return entry.elementsIn(document).size();
    }

    /** One change of what stands at a place. */
    private record Step(Element before, Element after) {}

    private static boolean isTouched(Step step, boolean steers) {
        return ProtectedParts.touched(step.before(), step.after(), steers).isPresent();
    }

    private static List<Step> steps(Place place) {
        if (place.types().size() == 1) {
            return List.of();
        }
        if (place.isPartOfAKey()) {
            return keySteps(place);
        }
        Element zero = Composer.leastKept(place.type());
        Element one = Composer.least(place.type(), 1);
        if (place.datatype().isPresent() && !place.type().occurrence().isCollection()) {
            List<String> values = Values.two(place.datatype().get());
            return List.of(new Step(place.holding(values.get(0)), place.holding(values.get(1))));
        }
        if (place.attribute().isPresent()) {
            List<String> values = Values.two(place.datatype().orElseThrow());
            return List.of(new Step(
                    place.holding(List.of(zero.withAttribute(name(place), values.get(0)))),
                    place.holding(List.of(zero.withAttribute(name(place), values.get(1))))));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(place.holding(List.of()), place.holding(List.of(zero))));
        if (place.type().occurrence().isCollection()) {
            steps.add(new Step(place.holding(List.of(zero)), place.holding(List.of(zero, one))));
        }
        return steps;
    }

    private static List<Step> keySteps(Place place) {
        Element zero = Composer.least(place.type(), 0);
        Element one = Composer.least(place.type(), 1);
        if (place.attribute().isPresent() || place.type().isKeyed()) {
            return List.of(new Step(place.holding(List.of(zero)), place.holding(List.of(zero, one))));
        }
        Place entry = new Place(place.types().subList(0, place.types().size() - 1), place.attribute());
        return List.of(new Step(
                entry.holding(List.of(Composer.least(entry.type(), 0))),
                entry.holding(List.of(Composer.least(entry.type(), 1)))));
    }
}
