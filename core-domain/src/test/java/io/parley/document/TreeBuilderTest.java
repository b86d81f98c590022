package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.spec.Requirement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TreeBuilderTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");

    @Property(tries = 200)
    void aDocumentToldAgainIsTheSame(@ForAll("documents") Element document) {
        assertThat(Replay.inOrder(document)).isEqualTo(document).hasSameHashCodeAs(document);
    }

    @Property(tries = 200)
    void theOrderInWhichChildrenAndAttributesComeDoesNotMatter(
            @ForAll("documents") Element document, @ForAll long seed) {
        assertThat(Replay.inAnyOrder(document, seed)).isEqualTo(document);
    }

    @Property(tries = 200)
    void childrenStandInTheOrderOfTheSchemaAndForeignOnesBehind(
            @ForAll("documents") Element document, @ForAll long seed) {
        assertOrdered(Replay.inAnyOrder(document, seed));
    }

    private static void assertOrdered(Element element) {
        List<ElementType> rows = List.copyOf(element.type().children());
        int last = 0;
        for (Element child : element.elements()) {
            int at = child.type().isForeign() ? rows.size() : rows.indexOf(child.type());
            assertThat(at).as("%s in %s", child.name(), element.name()).isGreaterThanOrEqualTo(last);
            last = element.type().isStructured() ? at : last;
            assertOrdered(child);
        }
    }

    @Property(tries = 200)
    void foreignContentKeepsItsOrderAndItsBlanks(@ForAll("foreign") Element foreign) {
        TreeBuilder users = new TreeBuilder(Schema.USERS);
        users.start(foreign.name());
        foreign.attributes().forEach(attribute -> users.attribute(attribute.name(), attribute.value()));
        tellContent(users, foreign);
        Element built = users.end().build();

        assertThat(built.child(foreign.name())).contains(foreign);
    }

    private static void tellContent(TreeBuilder builder, Element element) {
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                builder.start(child.name());
                child.attributes().forEach(attribute -> builder.attribute(attribute.name(), attribute.value()));
                tellContent(builder, child);
                builder.end();
            } else {
                builder.text(((Text) node).value());
            }
        }
    }

    @Test
    @Requirement("DM-4.2.5-27")
    void theBaseOfAConferenceTimeIsWrittenFirstWhereverItCame() {
        Element entry = entry(new TreeBuilder(Schema.CONFERENCE_DESCRIPTION)
                .start(Xcon.CONFERENCE_TIME)
                .start(Xcon.ENTRY)
                .start(Xcon.REQUEST_USER)
                .text("2026-11-20T09:30:00Z")
                .end()
                .start(Xcon.CAN_JOIN_AFTER_OFFSET)
                .text("2026-11-20T09:00:00Z")
                .end()
                .start(Xcon.BASE)
                .text("BEGIN:VCALENDAR")
                .end()
                .end()
                .end()
                .build());

        assertThat(entry.elements().stream().map(Element::name))
                .containsExactly(Xcon.BASE, Xcon.CAN_JOIN_AFTER_OFFSET, Xcon.REQUEST_USER);
    }

    private static Element entry(Element description) {
        return description.at(Xcon.CONFERENCE_TIME, Xcon.ENTRY).orElseThrow();
    }

    @Test
    @Requirement("DM-3.1-09")
    void blanksAroundAWordAreDroppedAndThoseOfFreeTextKept() {
        Element floors = new TreeBuilder(Schema.CONFERENCE_INFO.child(Xcon.FLOOR_INFORMATION))
                .start(Xcon.FLOOR_REQUEST_HANDLING)
                .text("confirm\n ")
                .end()
                .build();
        Element description = new TreeBuilder(Schema.CONFERENCE_DESCRIPTION)
                .attribute(Attributes.LANG, " de ")
                .start(Info.DISPLAY_TEXT)
                .text("  two  blanks ")
                .end()
                .start(Xcon.ALLOW_SIDEBARS)
                .text("\n1\t")
                .end()
                .start(Info.MAXIMUM_USER_COUNT)
                .text(" 007 ")
                .end()
                .build();

        assertThat(floors.childText(Xcon.FLOOR_REQUEST_HANDLING)).contains("confirm");
        assertThat(description.childText(Info.DISPLAY_TEXT)).contains("  two  blanks ");
        assertThat(description.attribute(Attributes.LANG)).contains("de");
        assertThat(description.childText(Xcon.ALLOW_SIDEBARS)).contains("true");
        assertThat(description.childText(Info.MAXIMUM_USER_COUNT)).contains("7");
    }

    @Test
    void blanksBetweenElementsAreNoContent() {
        Element users = new TreeBuilder(Schema.USERS)
                .text("\n  ")
                .start(Xcon.JOIN_HANDLING)
                .text("allow")
                .end()
                .text("\n")
                .build();
        assertThat(users.size()).isEqualTo(1);
    }

    @Test
    void textBetweenElementsIsKeptForValidationToFind() {
        Element users = new TreeBuilder(Schema.USERS).text(" hello ").build();
        assertThat(users.text()).isEqualTo("hello");
    }

    @Test
    void textThatComesInPiecesIsOneText() {
        Element description = new TreeBuilder(Schema.CONFERENCE_DESCRIPTION)
                .start(Info.SUBJECT)
                .text("one ")
                .text("text")
                .end()
                .build();
        assertThat(description.child(Info.SUBJECT).orElseThrow().content()).containsExactly(new Text("one text"));
    }

    @Test
    @Requirement("DM-5-07")
    void unknownAttributesWithoutNamespaceAreDroppedAndThoseOfOthersKept() {
        Element user = new TreeBuilder(Schema.USER)
                .attribute(Attributes.ENTITY, "xcon-userid:alice@example.com")
                .attribute(Name.unqualified("foo"), "1")
                .attribute(NOTE, "1")
                .build();
        assertThat(user.attributes())
                .containsExactly(
                        new Attribute(Attributes.ENTITY, "xcon-userid:alice@example.com"), new Attribute(NOTE, "1"));
    }

    @Test
    void aForeignElementKeepsEveryAttribute() {
        Element users = new TreeBuilder(Schema.USERS)
                .start(NOTE)
                .attribute(Name.unqualified("foo"), " 1 ")
                .end()
                .build();
        assertThat(users.child(NOTE).orElseThrow().attribute(Name.unqualified("foo")))
                .contains(" 1 ");
    }

    @Test
    void theSameNameIsAnotherThingAtAnotherPlace() {
        Element users = new TreeBuilder(Schema.USERS)
                .start(Info.DISPLAY_TEXT)
                .text(" kept ")
                .end()
                .start(Info.USER)
                .start(Info.DISPLAY_TEXT)
                .end()
                .end()
                .build();
        assertThat(users.child(Info.DISPLAY_TEXT).orElseThrow().type().isForeign())
                .isTrue();
        assertThat(users.at(Info.USER, Info.DISPLAY_TEXT).orElseThrow().type().isForeign())
                .isFalse();
    }

    @Test
    void bothSpellingsOfAMailAddressAreReadAndOneIsWritten() {
        Element person = new TreeBuilder(Schema.USERS
                        .child(Xcon.ALLOWED_USERS_LIST)
                        .child(Xcon.PERSISTENT_LIST)
                        .child(Xcon.USER))
                .start(Xcon.EMAIL)
                .text("alice@example.com")
                .end()
                .start(Xcon.E_MAIL)
                .text("a@example.com")
                .end()
                .build();
        assertThat(person.elements()).extracting(Element::name).containsExactly(Xcon.E_MAIL, Xcon.E_MAIL);
    }

    @Test
    void aBuilderEndsWhatItBegan() {
        TreeBuilder builder = new TreeBuilder(Schema.USERS);
        assertThatThrownBy(builder::end).isInstanceOf(IllegalStateException.class);
        builder.start(Info.USER);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("info:user");
    }

    @Provide
    static Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }

    @Provide
    static Arbitrary<Element> foreign() {
        return DocumentArbitraries.foreign();
    }
}
