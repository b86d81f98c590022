package io.parley.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What of a document who may set. */
class ProtectedPartsTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");
    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);
    private static final ElementType MEDIUM = ENDPOINT.child(Info.MEDIA);

    @Property(tries = 100)
    void whatDidNotChangeTouchesNothing(@ForAll("documents") Element document) {
        assertThat(ProtectedParts.touched(document, document, false)).isEmpty();
    }

    @Property(tries = 200)
    @Requirement("CCMP-D5-13")
    void aDocumentSentBackWithAnotherTitleTouchesNothingThatIsProtected(@ForAll("documents") Element document) {
        Element description =
                document.child(Info.CONFERENCE_DESCRIPTION).orElseGet(Schema.CONFERENCE_DESCRIPTION::empty);
        Element sent = document.with(description.with(Info.DISPLAY_TEXT, "Another title"));
        assertThat(ProtectedParts.touched(document, Merge.update(document, sent), true))
                .isEmpty();
    }

    @TestFactory
    @Requirement("CCMP-D5-14")
    Stream<DynamicTest> whatTheServerOwnsNobodyChanges() {
        Element state = Schema.CONFERENCE_STATE.empty();
        Element description = Schema.CONFERENCE_DESCRIPTION.empty();
        Element dialog = ENDPOINT.child(Info.CALL_INFO).child(Info.SIP).empty();
        return Stream.of(
                another("user-count", state.with(Info.USER_COUNT, "1"), state.with(Info.USER_COUNT, "2")),
                another("active while running", state.with(Info.ACTIVE, "true"), state.with(Info.ACTIVE, "false")),
                another(
                        "cloning-parent",
                        description.with(Xcon.CLONING_PARENT, "xcon:a@b"),
                        description.with(Xcon.CLONING_PARENT, "xcon:c@b")),
                another("cloning-parent that goes", description.with(Xcon.CLONING_PARENT, "xcon:a@b"), description),
                another("sidebar-parent", description, description.with(Xcon.SIDEBAR_PARENT, "xcon:c@b")),
                another("call id", dialog.with(Info.CALL_ID, "1"), dialog.with(Info.CALL_ID, "2")),
                another(
                        "call id in call-info that is new",
                        ENDPOINT.empty(),
                        ENDPOINT.empty()
                                .with(ENDPOINT.child(Info.CALL_INFO).empty().with(dialog.with(Info.CALL_ID, "1")))));
    }

    private static DynamicTest another(String what, Element before, Element after) {
        return DynamicTest.dynamicTest(what, () -> {
            for (boolean steers : new boolean[] {true, false}) {
                assertThat(ProtectedParts.touched(before, after, steers)
                                .orElseThrow()
                                .reason())
                        .contains("belongs to the server");
            }
        });
    }

    @Test
    void theFindingNamesThePlaceAndSaysWhy() {
        Element users = People.users().with(People.record(People.BOB));
        Element promoted = People.users().with(People.record(People.BOB, "moderator"));
        assertThat(ProtectedParts.touched(users, promoted, false))
                .contains(new Finding(
                        "info:users/info:user[xcon-userid:bob@example.com]/info:roles", "is for moderators to set"));
        assertThat(ProtectedParts.touched(users, promoted, true)).isEmpty();
    }

    @Test
    void aServerOwnedPartInsideSomethingNewIsFound() {
        Element user = People.record(People.BOB);
        Element endpoint = ENDPOINT.empty().withAttribute(Attributes.ENTITY, "sip:bob@example.org");
        assertThat(ProtectedParts.touched(user, user.with(endpoint), false)).isEmpty();
        assertThat(ProtectedParts.touched(user, user.with(endpoint.with(Info.STATUS, "connected")), true))
                .contains(new Finding(
                        "info:user[xcon-userid:bob@example.com]/info:endpoint[sip:bob@example.org]",
                        "info:status in it belongs to the server"));
    }

    @Test
    void anAttributeOfTheServersInsideSomethingNewIsFound() {
        Element mixer = MEDIUM.child(Xcon.TO_MIXER).empty().withAttribute(Attributes.NAME, "AudioIn");
        Element floor = mixer.type().child(Xcon.FLOOR).text("true").withAttribute(Attributes.ID, "1");
        assertThat(ProtectedParts.touched(mixer, mixer.with(floor), true)).isPresent();
    }

    @Test
    void aUserSetsWhatDescribesHim() {
        Element before = People.record(People.BOB).with(Info.DISPLAY_TEXT, "Bob");
        Element after = before.with(Info.DISPLAY_TEXT, "Robert")
                .with(Info.LANGUAGES, "en de")
                .with(Xcon.PROVIDE_ANONYMITY, "private")
                .with(ENDPOINT.empty().withAttribute(Attributes.ENTITY, "sip:bob@example.org"));
        assertThat(ProtectedParts.touched(before, after, false)).isEmpty();
    }

    @Test
    void aUserDoesNotGiveHimselfRights() {
        Element before = People.record(People.BOB);
        for (Element after : new Element[] {
            People.record(People.BOB, "administrator"),
            before.with(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, "true"),
            before.with(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, "true"),
            before.with(Xcon.ALLOW_REMOVE_USERS_DYNAMICALLY, "true")
        }) {
            assertThat(ProtectedParts.touched(before, after, false)).isPresent();
            assertThat(ProtectedParts.touched(before, after, true)).isEmpty();
        }
    }

    /** RFC 6501 section 4.2.7: a control that a document does not state is not offered. */
    @Test
    void aUserUsesTheControlsThatAreOfferedAndAddsNone() {
        Element mixer = MEDIUM.child(Xcon.TO_MIXER).empty().withAttribute(Attributes.NAME, "AudioIn");
        Element controls = mixer.type().child(Xcon.CONTROLS).empty();
        Element muted = mixer.with(controls.with(Xcon.MUTE, "true"));
        Element unmuted = mixer.with(controls.with(Xcon.MUTE, "false"));
        Element louder = mixer.with(controls.with(Xcon.MUTE, "true").with(Xcon.GAIN, "3"));
        Element medium = MEDIUM.empty().withAttribute(Attributes.ID, "1");

        assertThat(ProtectedParts.touched(medium.with(muted), medium.with(louder), false)
                        .orElseThrow()
                        .reason())
                .isEqualTo("is not offered here; a moderator may add it");
        assertThat(ProtectedParts.touched(medium, medium.with(muted), false)).isPresent();
        assertThat(ProtectedParts.touched(medium.with(mixer), medium.with(muted), false))
                .isPresent();
        assertThat(ProtectedParts.touched(medium, medium.with(mixer), false)).isEmpty();
        assertThat(ProtectedParts.touched(medium.with(unmuted), medium, false)).isEmpty();
        assertThat(touchedBySteering(medium.with(muted), medium.with(louder))).isEmpty();
        assertThat(touchedBySteering(medium, medium.with(muted))).isEmpty();
    }

    @Test
    void nobodyButWhoSteersSetsAMarkWhereverItComes() {
        Element user = People.record(People.BOB);
        Element named = user.with(Info.DISPLAY_TEXT, "Bob");
        Element text = named.child(Info.DISPLAY_TEXT).orElseThrow().withAttribute(CloningMarks.ENFORCED, "true");
        Element endpoint = ENDPOINT.empty().withAttribute(Attributes.ENTITY, "sip:bob@example.org");
        String reason = "the attribute {urn:parley:params:xml:ns:cloning}enforced is for moderators to set";

        assertThat(ProtectedParts.touched(named, named.with(text), false).map(Finding::reason))
                .contains(reason);
        assertThat(ProtectedParts.touched(user, user.with(endpoint.with(text)), false)
                        .map(Finding::reason))
                .contains(reason);
        assertThat(ProtectedParts.touched(user, user.withAttribute(CloningMarks.ENFORCED, "true"), false)
                        .map(Finding::reason))
                .contains(reason);
        assertThat(touchedBySteering(user, user.with(endpoint.with(text)))).isEmpty();
    }

    @Test
    void theDocumentOfASidebarIsNotChangedInItsMainConference() {
        Element sidebar = Schema.SIDEBARS_BY_VAL
                .child(Info.ENTRY)
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:side@example.com");
        Element main = Schema.CONFERENCE_INFO
                .empty()
                .with(Schema.SIDEBARS_BY_VAL.empty().with(sidebar));
        Element titled = sidebar.with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.DISPLAY_TEXT, "x"));

        assertThat(touchedBySteering(
                                main, main.with(Schema.SIDEBARS_BY_VAL.empty().with(titled)))
                        .map(Finding::reason))
                .contains("belongs to a sidebar, which is changed by messages to itself");
    }

    @Test
    void typeAndLabelComeWithANewMediumAndStayForItsLife() {
        Element endpoint = ENDPOINT.empty().withAttribute(Attributes.ENTITY, "sip:bob@example.org");
        Element bare = MEDIUM.empty().withAttribute(Attributes.ID, "1");
        Element full = bare.with(Info.TYPE, "audio").with(Info.LABEL, "11");

        assertThat(touchedBySteering(endpoint, endpoint.with(full))).isEmpty();
        assertThat(touchedBySteering(endpoint.with(full), endpoint.with(full.with(Info.LABEL, "12"))))
                .isPresent();
        assertThat(touchedBySteering(endpoint.with(full), endpoint.with(bare))).isPresent();
        assertThat(touchedBySteering(endpoint.with(bare), endpoint.with(full))).isPresent();
        assertThat(touchedBySteering(endpoint.with(full), endpoint)).isEmpty();
    }

    private static Optional<Finding> touchedBySteering(Element before, Element after) {
        return ProtectedParts.touched(before, after, true);
    }

    @Test
    void anotherSpellingOfAnIdentifierIsAnotherValue() {
        Element before = People.record(People.BOB);
        Element after = before.withAttribute(Attributes.ENTITY, "xcon-userid:BOB@example.com");
        assertThat(touchedBySteering(before, after))
                .contains(
                        new Finding("info:user[xcon-userid:bob@example.com]", "the attribute entity is kept for life"));
    }

    @Test
    void whatTheModelDoesNotKnowIsForWhoeverMayChangeWhatHoldsIt() {
        Element before = People.record(People.BOB);
        Element after =
                before.withAttribute(NOTE, "1").with(ElementType.foreign(NOTE).text("x"));
        assertThat(ProtectedParts.touched(before, after, false)).isEmpty();
        assertThat(ProtectedParts.touched(after, before, false)).isEmpty();
    }

    @Provide
    static Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }
}
