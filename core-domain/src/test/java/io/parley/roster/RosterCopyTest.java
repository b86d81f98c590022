package io.parley.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.roster.RosterCopy.Answer;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a subscriber makes of the documents of his subscription (RFC 4575 section 4.6). */
class RosterCopyTest {

    private static final RosterCopy SEVEN = applied(
            RosterCopy.NOTHING,
            Report.full(7).has("alice", "{a}").has("bob", "{b}").document());

    private static RosterCopy applied(RosterCopy copy, Element document) {
        Answer answer = copy.apply(document);
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        return ((Answer.Applied) answer).copy();
    }

    private static List<String> entities(Iterable<Element> elements) {
        List<String> entities = new ArrayList<>();
        elements.forEach(
                element -> entities.add(element.attribute(Attributes.ENTITY).orElse("")));
        return entities;
    }

    private static List<String> users(RosterCopy copy) {
        return entities(copy.document().child(Info.USERS).orElseThrow().children(Info.USER));
    }

    private static Element bob(RosterCopy copy) {
        return copy.users().get("sip:bob@example.com").orElseThrow();
    }

    private static Element changed(String state, Element... children) {
        Element user = Report.user("sip:bob@example.com", state);
        for (Element child : children) {
            user = user.with(child);
        }
        return user;
    }

    @Test
    @Requirement({"EV-4.6-01", "EV-4.6-02"})
    void theFirstFullDocumentCountsAndNothingOlderDoes() {
        assertThat(SEVEN.version()).isEqualTo(7);
        assertThat(users(SEVEN)).containsExactly("sip:alice@example.com", "sip:bob@example.com");
        assertThat(SEVEN.apply(Report.full(7).document())).isEqualTo(new Answer.Outdated());
        assertThat(SEVEN.apply(Report.partial(6).gone("bob").document())).isEqualTo(new Answer.Outdated());
    }

    @Test
    @Requirement({"EV-4.6-03", "EV-4.6-05", "EV-4.6-06"})
    void aGapIsHealedByAFullDocument() {
        assertThat(SEVEN.apply(Report.partial(9).document())).isEqualTo(new Answer.Gap());
        assertThat(applied(SEVEN, Report.partial(8).gone("bob").document()).version())
                .isEqualTo(8);
        RosterCopy twelve = applied(SEVEN, Report.full(12).has("dave", "{d}").document());
        assertThat(twelve.version()).isEqualTo(12);
        assertThat(users(twelve)).containsExactly("sip:dave@example.com");
        assertThat(RosterCopy.NOTHING.apply(Report.partial(1).document())).isEqualTo(new Answer.Gap());
    }

    @Test
    void aDeletedRootEndsIt() {
        assertThat(SEVEN.apply(Report.of("deleted", 8).document())).isEqualTo(new Answer.Ended());
    }

    @Test
    void whatHasNoVersionIsNone() {
        Element document = Report.full(8).document().withoutAttribute(Attributes.VERSION);
        assertThat(SEVEN.apply(document)).isInstanceOf(Answer.Rejected.class);
    }

    @Test
    @Requirement({"EV-4.6-07", "EV-4.6-08", "EV-4.6-09"})
    void fullFlushesDeletedRemovesAndWhatIsUnknownIsAdded() {
        Element flushed =
                Report.of("partial", 8).users("full").has("carol", "{c}").document();
        assertThat(users(applied(SEVEN, flushed))).containsExactly("sip:carol@example.com");
        Element added = Report.partial(8)
                .user(Report.user("sip:carol@example.com", "partial").with(Report.endpoint("{c}", "full")))
                .document();
        assertThat(users(applied(SEVEN, added)))
                .containsExactly("sip:alice@example.com", "sip:bob@example.com", "sip:carol@example.com");
        Element second = Report.partial(8)
                .user(changed("partial", Report.endpoint("{2}", "full")))
                .document();
        RosterCopy two = applied(SEVEN, second);
        Element removed = Report.partial(9)
                .user(changed(
                        "partial",
                        Foreign.element(Info.ENDPOINT)
                                .withAttribute(Attributes.ENTITY, "{b}")
                                .withAttribute(Attributes.STATE, "deleted")))
                .document();
        assertThat(entities(bob(applied(two, removed)).children(Info.ENDPOINT))).containsExactly("{2}");
    }

    @Test
    @Requirement({"EV-4.6-10", "EV-4.6-11", "EV-4.6-12", "EV-4.6-13"})
    void aPartialUserIsChangedChildByChild() {
        Element roles = Foreign.element(Info.ROLES);
        Element known = changed(
                "full",
                Foreign.element(Info.DISPLAY_TEXT, "Bob"),
                roles.with(Foreign.element(Info.ENTRY, "one")).with(Foreign.element(Info.ENTRY, "two")),
                Foreign.element(Info.LANGUAGES, "en de"),
                Report.endpoint("{b}", "full").with(Foreign.element(Info.JOINING_METHOD, "dialed-in")));
        RosterCopy eight = applied(SEVEN, Report.partial(8).user(known).document());
        Element change = changed(
                "partial",
                Foreign.element(Info.LANGUAGES, "fr"),
                Foreign.element(Info.DISPLAY_TEXT, "Robert"),
                roles.with(Foreign.element(Info.ENTRY, "three")),
                Foreign.element(Info.ENDPOINT)
                        .withAttribute(Attributes.ENTITY, "{b}")
                        .withAttribute(Attributes.STATE, "partial")
                        .with(Foreign.element(Info.STATUS, "on-hold")));
        Element bob = bob(applied(eight, Report.partial(9).user(change).document()));
        assertThat(bob.elements())
                .extracting(child -> child.name().local())
                .containsExactly("display-text", "roles", "languages", "endpoint");
        assertThat(bob.childText(Info.DISPLAY_TEXT)).contains("Robert");
        assertThat(bob.childText(Info.LANGUAGES)).contains("fr");
        assertThat(bob.child(Info.ROLES).orElseThrow().elements()).hasSize(1);
        assertThat(bob.textAt(Info.ENDPOINT, Info.STATUS)).contains("on-hold");
        assertThat(bob.textAt(Info.ENDPOINT, Info.JOINING_METHOD)).contains("dialed-in");
    }

    @Test
    @Requirement("EV-4.5-03")
    void keysAreEqualAsTextsOnly() {
        Element document = Report.partial(8)
                .user(Report.user("sip:A@x", "full"))
                .user(Report.user("sip:a@x", "full"))
                .document();
        assertThat(users(applied(SEVEN, document))).contains("sip:A@x", "sip:a@x");
    }

    @Test
    void sidebarsAreMergedByTheirKeys() {
        Element known = Foreign.element(Info.SIDEBARS_BY_VAL)
                .with(sidebar("sip:one@x", "full").with(users("sip:alice@x")))
                .with(sidebar("sip:two@x", "full").with(users("sip:bob@x")));
        RosterCopy eight = applied(SEVEN, Report.partial(8).with(known).document());
        Element change = Foreign.element(Info.SIDEBARS_BY_VAL)
                .withAttribute(Attributes.STATE, "partial")
                .with(sidebar("sip:one@x", "partial")
                        .with(users("sip:carol@x").withAttribute(Attributes.STATE, "partial")))
                .with(sidebar("sip:two@x", "deleted"));
        RosterCopy nine = applied(eight, Report.partial(9).with(change).document());
        Element left = nine.parts().get(Info.SIDEBARS_BY_VAL).orElseThrow();
        assertThat(entities(left.children(Info.ENTRY))).containsExactly("sip:one@x");
        assertThat(entities(left.at(Info.ENTRY, Info.USERS).orElseThrow().children(Info.USER)))
                .containsExactly("sip:alice@x", "sip:carol@x");
    }

    private static Element sidebar(String entity, String state) {
        return Foreign.element(Info.ENTRY)
                .withAttribute(Attributes.ENTITY, entity)
                .withAttribute(Attributes.STATE, state);
    }

    private static Element users(String entity) {
        return Foreign.element(Info.USERS).with(Report.user(entity, "full"));
    }

    @Test
    void itsDocumentIsAFullOneThatMakesTheSameCopy() {
        RosterCopy eight = applied(
                SEVEN,
                Report.partial(8)
                        .gone("alice")
                        .view("sip:main@example.com", true)
                        .document());
        assertThat(applied(RosterCopy.NOTHING, eight.document())).isEqualTo(eight);
    }

    private static Element medium(String id, String status) {
        return Foreign.element(Info.MEDIA).withAttribute(Attributes.ID, id).with(Foreign.element(Info.STATUS, status));
    }

    private static Element reference(String uri, String text) {
        return Foreign.element(Info.ENTRY)
                .with(Foreign.element(Info.URI, uri))
                .with(Foreign.element(Info.DISPLAY_TEXT, text));
    }

    private static Element partial(Name name, String entity) {
        return Foreign.element(name)
                .withAttribute(Attributes.ENTITY, entity)
                .withAttribute(Attributes.STATE, "partial");
    }

    private static List<String> texts(Element parent, Name children, Name text) {
        List<String> texts = new ArrayList<>();
        parent.children(children)
                .forEach(child -> texts.add(child.childText(text).orElse("")));
        return texts;
    }

    @Test
    @Requirement("EV-4.5-01")
    void everyElementIsFoundByItsOwnKey() {
        Element devices = changed(
                "full",
                Report.endpoint("{1}", "full").with(medium("1", "sendrecv")).with(medium("2", "sendrecv")),
                Report.endpoint("{2}", "full").with(medium("1", "sendrecv")));
        Element byReference = Foreign.element(Info.SIDEBARS_BY_REF)
                .withAttribute(Attributes.STATE, "partial")
                .with(reference("sip:one@x", "One"))
                .with(reference("sip:two@x", "Two"));
        Element byValue = Foreign.element(Info.SIDEBARS_BY_VAL)
                .withAttribute(Attributes.STATE, "partial")
                .with(sidebar("sip:three@x", "full").with(users("sip:alice@x")))
                .with(sidebar("sip:four@x", "full").with(users("sip:alice@x")));
        RosterCopy eight = applied(
                SEVEN,
                Report.partial(8).user(devices).with(byReference).with(byValue).document());

        Element change = changed(
                "partial", partial(Info.ENDPOINT, "{1}").with(medium("2", "inactive")), Report.endpoint("{3}", "full"));
        RosterCopy nine = applied(
                eight,
                Report.partial(9)
                        .user(change)
                        .with(Foreign.element(Info.SIDEBARS_BY_REF)
                                .withAttribute(Attributes.STATE, "partial")
                                .with(reference("sip:two@x", "Deux")))
                        .with(Foreign.element(Info.SIDEBARS_BY_VAL)
                                .withAttribute(Attributes.STATE, "partial")
                                .with(sidebar("sip:four@x", "full").with(users("sip:bob@x"))))
                        .document());
        assertThat(nine.users().get("sip:alice@example.com"))
                .isEqualTo(eight.users().get("sip:alice@example.com"));
        List<Element> endpoints = new ArrayList<>();
        bob(nine).children(Info.ENDPOINT).forEach(endpoints::add);
        assertThat(entities(endpoints)).containsExactly("{1}", "{2}", "{3}");
        assertThat(texts(endpoints.get(0), Info.MEDIA, Info.STATUS)).containsExactly("sendrecv", "inactive");
        assertThat(texts(endpoints.get(1), Info.MEDIA, Info.STATUS)).containsExactly("sendrecv");
        assertThat(texts(nine.parts().get(Info.SIDEBARS_BY_REF).orElseThrow(), Info.ENTRY, Info.DISPLAY_TEXT))
                .containsExactly("One", "Deux");
        Element values = nine.parts().get(Info.SIDEBARS_BY_VAL).orElseThrow();
        assertThat(entities(values.children(Info.ENTRY))).containsExactly("sip:three@x", "sip:four@x");
        List<String> seen = new ArrayList<>();
        values.children(Info.ENTRY)
                .forEach(entry -> seen.addAll(
                        entities(entry.child(Info.USERS).orElseThrow().children(Info.USER))));
        assertThat(seen).containsExactly("sip:alice@x", "sip:bob@x");
    }

    private static Element extension(String... items) {
        Element extension = Foreign.element(InfoNames.msci("things"));
        for (String item : items) {
            extension = extension.with(Foreign.element(InfoNames.msci("thing"), item));
        }
        return extension;
    }

    @Test
    @Requirement("EV-4.4-08")
    void anExtensionIsReplacedWholeWhateverItsStateSays() {
        RosterCopy eight = applied(
                SEVEN,
                Report.partial(8)
                        .user(changed("full", Report.endpoint("{b}", "full"), extension("one", "two")))
                        .document());
        for (Element change :
                List.of(extension("three"), extension("three").withAttribute(Attributes.STATE, "partial"))) {
            Element bob = bob(applied(
                    eight, Report.partial(9).user(changed("partial", change)).document()));
            assertThat(texts(bob.child(InfoNames.msci("things")).orElseThrow())).containsExactly("three");
            assertThat(entities(bob.children(Info.ENDPOINT))).containsExactly("{b}");
        }
    }

    private static List<String> texts(Element parent) {
        return parent.elements().stream().map(Element::text).toList();
    }
}
