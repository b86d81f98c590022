package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.ElementType.Occurrence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table has the rows of the data model, and says of each what the requirements say. */
class SchemaTableTest {

    private static final Map<String, Datatype> KINDS = Map.ofEntries(
            Map.entry("boolean", Datatype.BOOLEAN),
            Map.entry("integer 0..2147483647", Datatype.COUNT),
            Map.entry("integer 0..18446744073709551615", Datatype.UNSIGNED_LONG),
            Map.entry("integer -127..127", Datatype.GAIN),
            Map.entry("positive integer", Datatype.VERSION),
            Map.entry("language", Datatype.LANGUAGE),
            Map.entry("list of languages", Datatype.LANGUAGES),
            Map.entry("list of tokens", Datatype.TOKENS),
            Map.entry("anyURI", Datatype.URI),
            Map.entry("http URI", Datatype.WEB_URI),
            Map.entry("XCON-URI", Datatype.XCON_URI),
            Map.entry("XCON-USERID", Datatype.XCON_USERID),
            Map.entry("dateTime", Datatype.DATE_TIME),
            Map.entry("dateTime with Z", Datatype.UTC_TIME),
            Map.entry("state", Datatype.STATE),
            Map.entry("number or XCON-USERID", Datatype.MODERATOR_ID));

    private static final Map<Occurrence, String> OCCURRENCES =
            Map.of(Occurrence.ONE, "1", Occurrence.OPTIONAL, "0..1", Occurrence.MANY, "0..n", Occurrence.SOME, "1..n");

    @Test
    void itHasTheRowsOfTheDataModelAndNoOthers() {
        List<String> places =
                Schema.places().stream().map(place -> place.substring(1)).toList();
        assertThat(places)
                .containsExactlyElementsOf(
                        DataModelRow.all().stream().map(DataModelRow::path).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachRowSaysWhatTheRequirementSays() {
        return DataModelRow.all().stream()
                .map(row -> DynamicTest.dynamicTest(row.title(), () -> assertColumns(row, row.place())));
    }

    private static void assertColumns(DataModelRow row, Place place) {
        assertKind(row.kind(), place.datatype());
        ElementType type = place.type();
        Optional<AttributeType> attribute = place.attribute();

        assertThat(attribute.map(AttributeType::access).orElse(type.access())).isEqualTo(row.access());
        assertThat(attribute.map(AttributeType::privacy).orElse(type.privacy()))
                .isEqualTo(Privacy.valueOf(row.privacy().toUpperCase(Locale.ROOT)));
        if (!row.isRoot()) {
            assertThat(place.isInherited() ? "yes" : "no").as("cloned").isEqualTo(row.cloned());
            assertThat(attribute
                            .map(it -> it.required() ? "required" : "optional")
                            .orElseGet(() -> OCCURRENCES.get(type.occurrence())))
                    .as("cardinality")
                    .isEqualTo(row.cardinality());
        }
        assertKey(row.key(), place);
    }

    private static void assertKind(String kind, Optional<Datatype> datatype) {
        if (kind.equals("structure")) {
            assertThat(datatype).isEmpty();
        } else if (kind.equals("text")) {
            assertThat(datatype.orElseThrow()).isIn(Datatype.TEXT, Datatype.TOKEN);
        } else if (kind.startsWith("open list: ")) {
            assertThat(Values.words(datatype.orElseThrow()))
                    .containsExactlyInAnyOrder(
                            kind.substring("open list: ".length()).split(", "));
        } else {
            assertThat(KINDS).containsKey(kind);
            assertThat(datatype).contains(KINDS.get(kind));
        }
    }

    private static void assertKey(String key, Place place) {
        ElementType type = place.type();
        if (key.equals("part")) {
            assertThat(place.isPartOfAKey()).isTrue();
        } else if (key.equals("-")) {
            assertThat(place.attribute().isPresent() || !type.isKeyed()).isTrue();
            assertThat(place.isPartOfAKey()).isFalse();
        } else if (key.equals("text")) {
            assertThat(type.key()).isSameAs(Key.OWN_TEXT);
        } else if (key.startsWith("@")) {
            String[] names = key.split(" ");
            for (String name : names) {
                assertThat(type.key().hasAttribute(Name.unqualified(name.substring(1))))
                        .isTrue();
            }
            assertThat(type.attributes().stream().filter(attribute -> type.key().hasAttribute(attribute.name())))
                    .hasSize(names.length);
        } else {
            assertThat(type.key().hasChild(Name.of(Name.INFO_NAMESPACE, key))).isTrue();
        }
    }

    @Test
    void theKeysThatHoldXconUrisAndXconUserIdsAreFoldedAndNoOthers() {
        for (DataModelRow row : DataModelRow.all()) {
            Place place = row.place();
            if (place.attribute().isPresent() && place.isPartOfAKey()) {
                Element entry = Composer.least(place.type(), 1)
                        .withAttribute(place.attribute().get().name(), "xcon:A@B");
                boolean folds = entry.key().orElseThrow().startsWith("xcon:a@b");
                assertThat(folds).as(row.path()).isEqualTo(row.kind().startsWith("XCON"));
            }
        }
    }

    @Test
    void eachNameHasItsNamespace() {
        assertThat(Schema.places()).allMatch(place -> place.matches("(/(info|xcon):[A-Za-z-]+)+(/@(xml:)?[a-z-]+)?"));
    }
}
