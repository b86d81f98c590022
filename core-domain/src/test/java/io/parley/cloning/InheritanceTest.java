package io.parley.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attribute;
import io.parley.document.AttributeType;
import io.parley.document.Attributes;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a clone takes over from its parent (design of CCMP, section 4). */
class InheritanceTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");

    @Property(tries = 200)
    void nothingThatIsNotInheritedSurvives(@ForAll("documents") Element parent) {
        assertNothingForeignToAClone(Inheritance.of(parent));
    }

    private static void assertNothingForeignToAClone(Element element) {
        for (Attribute attribute : element.attributes()) {
            assertThat(element.type()
                            .attribute(attribute.name())
                            .map(AttributeType::inherited)
                            .orElse(true))
                    .as("%s/@%s", element.name(), attribute.name())
                    .isTrue();
        }
        for (Element child : element.elements()) {
            assertThat(child.type().isInherited()).as(child.toString()).isTrue();
            assertNothingForeignToAClone(child);
        }
    }

    @Property(tries = 200)
    void everythingThatIsInheritedSurvivesInItsOrder(@ForAll("documents") Element parent) {
        assertThat(inherited(Inheritance.of(parent))).isEqualTo(inherited(parent));
    }

    /** The places and values that a clone inherits of {@code element}, in order. */
    private static List<String> inherited(Element element) {
        List<String> found = new ArrayList<>();
        collect("", element, found);
        return found;
    }

    private static void collect(String place, Element element, List<String> found) {
        for (Attribute attribute : element.attributes()) {
            if (element.type()
                    .attribute(attribute.name())
                    .map(AttributeType::inherited)
                    .orElse(true)) {
                found.add(place + "/@" + attribute);
            }
        }
        for (Node node : element.content()) {
            if (!(node instanceof Element child)) {
                found.add(place + "/" + node);
            } else if (child.type().isForeign()) {
                found.add(place + "/" + child);
            } else if (child.type().isInherited()) {
                collect(place + "/" + child.name(), child, found);
            }
        }
    }

    @Property(tries = 200)
    void whatAClonesCloneInheritsIsTheSame(@ForAll("documents") Element parent) {
        Element clone = Inheritance.of(parent);
        assertThat(Inheritance.of(clone)).isEqualTo(clone);
    }

    @Test
    void theIdentityIsNotInherited() {
        assertThat(Inheritance.of(DocumentArbitraries.withUsers(1)).attribute(Attributes.ENTITY))
                .isEmpty();
    }

    @Test
    void usersAreInheritedAndTheirEndpointsAreNot() {
        Element endpoint = Schema.USER
                .child(Info.ENDPOINT)
                .empty()
                .withAttribute(Attributes.ENTITY, "sip:alice@example.com")
                .with(Info.STATUS, "connected");
        Element user = DocumentArbitraries.user(1);
        Element parent =
                DocumentArbitraries.withUsers(0).with(Schema.USERS.empty().with(user.with(endpoint)));
        assertThat(Inheritance.of(parent).at(Info.USERS, Info.USER)).contains(user);
    }

    @Test
    void waysIntoTheConferenceAndTheirPasswordsAreNotInherited() {
        ElementType uris = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS);
        Element entry = uris.child(Info.ENTRY).empty().with(Info.URI, "sip:conf1@example.com");
        Element password = entry.type().child(Xcon.CONFERENCE_PASSWORD).text("secret");
        Element parent = DocumentArbitraries.withUsers(0)
                .with(Schema.CONFERENCE_DESCRIPTION
                        .empty()
                        .with(Info.SUBJECT, "Plans")
                        .with(uris.empty().with(entry.with(password))));
        assertThat(Inheritance.of(parent).child(Info.CONFERENCE_DESCRIPTION))
                .contains(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, "Plans"));
    }

    @Test
    void ofTheStateOnlyThePolicyOnSubscriptionsIsInherited() {
        Element state = Schema.CONFERENCE_STATE
                .empty()
                .with(Info.ACTIVE, "true")
                .with(Info.LOCKED, "true")
                .with(Info.USER_COUNT, "7");
        Element parent = DocumentArbitraries.withUsers(0);
        assertThat(Inheritance.of(parent.with(state)).child(Info.CONFERENCE_STATE))
                .isEmpty();
        assertThat(Inheritance.of(parent.with(state.with(Xcon.ALLOW_CONFERENCE_EVENT_SUBSCRIPTION, "false")))
                        .child(Info.CONFERENCE_STATE))
                .contains(Schema.CONFERENCE_STATE.empty().with(Xcon.ALLOW_CONFERENCE_EVENT_SUBSCRIPTION, "false"));
    }

    @Test
    void sidebarsAreNotInherited() {
        Element sidebar = Schema.SIDEBARS_BY_VAL.child(Info.ENTRY).adopt(DocumentArbitraries.withUsers(1));
        Element uris = Schema.SIDEBARS_BY_REF.empty();
        Element parent = DocumentArbitraries.withUsers(0)
                .with(Schema.SIDEBARS_BY_VAL.empty().with(sidebar))
                .with(uris.with(uris.type().child(Info.ENTRY).empty().with(Info.URI, "xcon:s@example.com")));
        Element clone = Inheritance.of(parent);
        assertThat(clone.child(Info.SIDEBARS_BY_VAL)).isEmpty();
        assertThat(clone.child(Info.SIDEBARS_BY_REF)).isEmpty();
    }

    @Test
    void whatOthersAddedIsInherited() {
        Element parent = DocumentArbitraries.withUsers(1)
                .withAttribute(NOTE, "1")
                .with(ElementType.foreign(NOTE).text("kept"));
        Element clone = Inheritance.of(parent);
        assertThat(clone.attribute(NOTE)).contains("1");
        assertThat(clone.childText(NOTE)).contains("kept");
    }

    @Test
    void whatIsInheritedWholeIsShared() {
        Element parent = DocumentArbitraries.withUsers(3);
        Element clone = Inheritance.of(parent);
        assertThat(clone.child(Info.USERS).orElseThrow())
                .isSameAs(parent.child(Info.USERS).orElseThrow());
        assertThat(clone.child(Info.CONFERENCE_DESCRIPTION).orElseThrow())
                .isSameAs(parent.child(Info.CONFERENCE_DESCRIPTION).orElseThrow());
    }

    @Provide
    static Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }
}
