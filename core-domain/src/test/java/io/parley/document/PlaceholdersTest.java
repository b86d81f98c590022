package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private static final String DOMAIN = "example.com";
    private static final Name NOTE = Name.of("urn:example:one", "note");
    private static final ElementType MEDIA = Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA);
    private static final ElementType FLOORS =
            Schema.CONFERENCE_INFO.child(Xcon.FLOOR_INFORMATION).child(Xcon.CONFERENCE_FLOOR_POLICY);

    /** Gives identifiers that tell of their number, and remembers what it was asked for. */
    private static final class Assignment implements Placeholders.Assignment {
        private final Map<String, IdentifierKind> asked = new LinkedHashMap<>();
        private int times;

        @Override
        public String identifier(String number, IdentifierKind kind) {
            times++;
            asked.put(number, kind);
            return identifierOf(number, kind);
        }
    }

    private static String identifierOf(String number, IdentifierKind kind) {
        return switch (kind) {
            case XCON_URI -> "xcon:made" + number + "@" + DOMAIN;
            case XCON_USERID -> "xcon-userid:made" + number + "@" + DOMAIN;
            case NUMBER -> "9000" + number;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO_GENERATE_1, 90001",
        "AUTO_GENERATE_007, 90007",
        "AUTO_GENERATE_0, 90000",
        "xcon:AUTO_GENERATE_1@example.com, xcon:made1@example.com",
        "xcon:AUTO_GENERATE_1@EXAMPLE.com, xcon:made1@example.com",
        "xcon:AUTO_GENERATE_1, xcon:made1@example.com",
        "XCON:AUTO_GENERATE_1@example.com, XCON:made1@example.com",
        "xcon-userid:AUTO_GENERATE_12@example.com, xcon-userid:made12@example.com",
        "xcon-userid:AUTO_GENERATE_12, xcon-userid:made12@example.com"
    })
    @Requirement("CCMP-D7-01")
    void aPlaceholderIsAWholeValueOrTheUserPartOfAUri(String value, String identifier) {
        for (Element element : List.of(
                ElementType.foreign(NOTE).text(value),
                ElementType.foreign(NOTE).empty().withAttribute(NOTE, value),
                Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, value))) {
            Element expected = withValue(element, identifier);
            assertThat(replaced(element, new Assignment())).isEqualTo(expected);
        }
    }

    private static Element withValue(Element element, String value) {
        return !element.type().isForeign()
                ? element.with(Info.SUBJECT, value)
                : element.size() > 0 ? element.withText(value) : element.withAttribute(NOTE, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto_generate_1",
                "AUTO_GENERATE_",
                "AUTO_GENERATE_x",
                "AUTO_GENERATE_1x",
                "see AUTO_GENERATE_1 below",
                "AUTO_GENERATE_1@example.com",
                "sip:AUTO_GENERATE_1@example.com",
                "xcon:AUTO_GENERATE_1@",
                "xcon:x-AUTO_GENERATE_1@example.com",
                "AUTO_GENERATE_1 AUTO_GENERATE_2"
            })
    @Requirement("CCMP-D7-01")
    void everythingElseIsLiteralText(String value) {
        Element document =
                Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, value).withAttribute(NOTE, value);
        assertThat(Placeholders.in(document, DOMAIN).isEmpty()).isTrue();
        assertThat(replaced(document, new Assignment())).isSameAs(document);
    }

    @Test
    void inMixedContentItIsLiteralTextToo() {
        Element mixed = new TreeBuilder(Schema.USERS)
                .start(NOTE)
                .text("AUTO_GENERATE_1")
                .start(NOTE)
                .end()
                .end()
                .build();
        assertThat(Placeholders.in(mixed, DOMAIN).isEmpty()).isTrue();
        assertThat(replaced(mixed, new Assignment())).isSameAs(mixed);
    }

    @Test
    void aDocumentWithoutSchemeInItsEntityIsUnderstood() {
        Element document = new TreeBuilder(Schema.CONFERENCE_INFO)
                .attribute(Attributes.ENTITY, "AUTO_GENERATE_1@example.com")
                .build();
        assertThat(replaced(document, new Assignment()).attribute(Attributes.ENTITY))
                .contains("xcon:made1@example.com");
    }

    @Test
    @Requirement("CCMP-D7-02")
    void whatAPlaceholderBecomesDependsOnItsPlace() {
        Element endpoint = Schema.USER.child(Info.ENDPOINT).empty();
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:AUTO_GENERATE_1@example.com")
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(MEDIA.empty().with(medium("AUTO_GENERATE_2"))))
                .with(Schema.USERS
                        .empty()
                        .with(Schema.USER
                                .empty()
                                .withAttribute(Attributes.ENTITY, "xcon-userid:AUTO_GENERATE_3@example.com")
                                .with(endpoint.withAttribute(Attributes.ENTITY, "sip:a@example.com")
                                        .with(endpoint.type()
                                                .child(Info.MEDIA)
                                                .empty()
                                                .withAttribute(Attributes.ID, "AUTO_GENERATE_4")))))
                .with(Schema.CONFERENCE_INFO
                        .child(Xcon.FLOOR_INFORMATION)
                        .empty()
                        .with(FLOORS.empty().with(floor("AUTO_GENERATE_5", "AUTO_GENERATE_2"))));
        Assignment assignment = new Assignment();

        Element replaced = replaced(document, assignment);

        assertThat(assignment.asked)
                .isEqualTo(Map.of(
                        "1", IdentifierKind.XCON_URI,
                        "2", IdentifierKind.NUMBER,
                        "3", IdentifierKind.XCON_USERID,
                        "4", IdentifierKind.NUMBER,
                        "5", IdentifierKind.NUMBER));
        assertThat(replaced.attribute(Attributes.ENTITY)).contains("xcon:made1@example.com");
        assertThat(replaced.at(Info.USERS, Info.USER).orElseThrow().attribute(Attributes.ENTITY))
                .contains("xcon-userid:made3@example.com");
        assertThat(Validation.ofDocument(replaced)).isEmpty();
    }

    @Test
    void aWholeValueIsAnIdentifierWhereOneBelongs() {
        Element person = Place.of(
                        "info:conference-info/info:users/xcon:allowed-users-list/xcon:persistent-list/xcon:user")
                .type()
                .empty()
                .withAttribute(Attributes.ID, "AUTO_GENERATE_1");
        assertThat(replaced(person, new Assignment()).attribute(Attributes.ID))
                .contains("xcon-userid:made1@example.com");
    }

    @Test
    @Requirement({"CCMP-4.3-04", "CCMP-4.3-08"})
    void theSameNumberBecomesTheSameIdentifierAndIsAskedForOnce() {
        Element media = MEDIA.empty().with(medium("AUTO_GENERATE_1")).with(medium("AUTO_GENERATE_2"));
        Element floors = FLOORS.empty().with(floor("AUTO_GENERATE_3", "AUTO_GENERATE_1", "AUTO_GENERATE_02"));
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(media))
                .with(Schema.CONFERENCE_INFO
                        .child(Xcon.FLOOR_INFORMATION)
                        .empty()
                        .with(floors));
        Assignment assignment = new Assignment();

        Element replaced = replaced(document, assignment);

        assertThat(assignment.times).isEqualTo(3);
        assertThat(Placeholders.in(replaced, DOMAIN).isEmpty()).isTrue();
        assertThat(replaced.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .orElseThrow()
                        .elements())
                .containsExactly(medium("90001"), medium("90002"));
        assertThat(replaced.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY)
                        .orElseThrow()
                        .elements())
                .containsExactly(floor("90003", "90001", "90002"));
    }

    @Test
    void aNumberThatStandsForAUserAndElsewhereNamesThatUserEverywhere() {
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(MEDIA.empty().with(medium("AUTO_GENERATE_1"))))
                .with(Schema.USERS
                        .empty()
                        .with(Schema.USER
                                .empty()
                                .withAttribute(Attributes.ENTITY, "xcon-userid:AUTO_GENERATE_1@example.com")))
                .with(Schema.CONFERENCE_INFO
                        .child(Xcon.FLOOR_INFORMATION)
                        .empty()
                        .with(FLOORS.empty().with(floor("1", "AUTO_GENERATE_1"))));
        Assignment assignment = new Assignment();

        Element replaced = replaced(document, assignment);

        assertThat(assignment.asked).isEqualTo(Map.of("1", IdentifierKind.XCON_USERID));
        assertThat(replaced.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .orElseThrow()
                        .elements())
                .containsExactly(medium("made1"));
        assertThat(replaced.at(Info.USERS).orElseThrow().entry(Info.USER, "xcon-userid:made1@example.com"))
                .isPresent();
        assertThat(replaced.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY)
                        .orElseThrow()
                        .elements())
                .containsExactly(floor("1", "made1"));
    }

    @Test
    void entriesAreFoundByTheirNewKeysAlsoAmongMany() {
        List<Element> users = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            users.add(Schema.USER
                    .empty()
                    .withAttribute(Attributes.ENTITY, "xcon-userid:AUTO_GENERATE_" + i + "@example.com"));
        }
        Element replaced = replaced(Element.of(Schema.USERS, List.of(), users), new Assignment());
        for (int i = 0; i < 50; i++) {
            assertThat(replaced.entry(Info.USER, "xcon-userid:made" + i + "@example.com"))
                    .isPresent();
        }
        assertThat(replaced.entry(Info.USER, "xcon-userid:AUTO_GENERATE_7@example.com"))
                .isEmpty();
    }

    @Test
    void aPlaceholderOfAForeignDomainIsTold() {
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:AUTO_GENERATE_1@foreign.example")
                .with(Schema.USERS
                        .empty()
                        .with(Schema.USER
                                .empty()
                                .withAttribute(Attributes.ENTITY, "xcon-userid:AUTO_GENERATE_2@sub.example.com")));
        assertThat(Placeholders.in(document, DOMAIN).ofForeignDomains())
                .containsExactly(
                        new Finding(
                                "info:conference-info/@entity",
                                "'xcon:AUTO_GENERATE_1@foreign.example' is not of the domain example.com"),
                        new Finding(
                                "info:user/@entity",
                                "'xcon-userid:AUTO_GENERATE_2@sub.example.com' is not of the domain example.com"));
        assertThat(Placeholders.in(document, "foreign.example").ofForeignDomains())
                .hasSize(1);
    }

    @Test
    void aPlaceholderAsANameIsTold() {
        Name element = Name.of("urn:example:one", "AUTO_GENERATE_1");
        Name attribute = Name.of("urn:example:one", "AUTO_GENERATE_2");
        Element users = Schema.USERS
                .empty()
                .withAttribute(attribute, "x")
                .with(ElementType.foreign(NOTE)
                        .empty()
                        .with(ElementType.foreign(element).empty()));
        Placeholders placeholders = Placeholders.in(users, DOMAIN);
        assertThat(placeholders.misplaced())
                .extracting(Finding::toString)
                .containsExactly(
                        "{urn:example:one}AUTO_GENERATE_2: a placeholder cannot be the name of an attribute",
                        "{urn:example:one}AUTO_GENERATE_1: a placeholder cannot be the name of an element");
        assertThat(placeholders.isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void noPlaceholderSurvivesAndNothingElseChanges(@ForAll("documents") Element document) {
        Element request = withIdentifiers(document, PlaceholdersTest::placeholder);
        Element expected = withIdentifiers(document, PlaceholdersTest::identifierOf);

        Element replaced = replaced(request, new Assignment());

        assertThat(replaced).isEqualTo(expected);
        assertThat(Placeholders.in(replaced, DOMAIN).isEmpty()).isTrue();
    }

    private static String placeholder(String number, IdentifierKind kind) {
        return switch (kind) {
            case XCON_URI -> "xcon:AUTO_GENERATE_" + number + "@" + DOMAIN;
            case XCON_USERID -> "xcon-userid:AUTO_GENERATE_" + number + "@" + DOMAIN;
            case NUMBER -> "AUTO_GENERATE_" + number;
        };
    }

    /** {@code element} with an identifier in place of each attribute that could be one: the same for the same value. */
    private static Element withIdentifiers(Element element, BiFunction<String, IdentifierKind, String> identifier) {
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            IdentifierKind kind = element.type()
                    .attribute(attribute.name())
                    .map(AttributeType::identifier)
                    .orElse(IdentifierKind.NUMBER);
            String number = kind.ordinal() + 1 + "" + Math.abs(attribute.value().hashCode());
            attributes.add(new Attribute(attribute.name(), identifier.apply(number, kind)));
        }
        List<Node> content = new ArrayList<>();
        for (Node node : element.content()) {
            content.add(node instanceof Element child ? withIdentifiers(child, identifier) : node);
        }
        return Element.of(element.type(), attributes, content);
    }

    private static Element replaced(Element element, Assignment assignment) {
        return Placeholders.in(element, DOMAIN).replacedIn(element, assignment);
    }

    private static Element medium(String label) {
        return MEDIA.child(Info.ENTRY).empty().withAttribute(Attributes.LABEL, label);
    }

    private static Element floor(String id, String... labels) {
        Element floor = FLOORS.child(Xcon.FLOOR).empty().withAttribute(Attributes.ID, id);
        for (String label : labels) {
            floor = floor.with(floor.type().child(Xcon.MEDIA_LABEL).text(label));
        }
        return floor;
    }

    @Provide
    static Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }
}
