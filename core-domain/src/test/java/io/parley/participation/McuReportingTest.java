package io.parley.participation;

import static io.parley.focus.McuType.AUDIO_VIDEO;
import static io.parley.focus.McuType.CHAT;
import static io.parley.participation.Assembly.NOON;
import static io.parley.participation.Assembly.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Validation;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.participation.McuReporting.Answer;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.Member;
import io.parley.roster.Report;
import io.parley.roster.Roster;
import io.parley.spec.Requirement;
import io.parley.user.Endpoint;
import io.parley.user.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reports of MCUs do to the roster and to the conference document (MS-CONFBAS sections 3.4.4.2.1 and 3.8). */
class McuReportingTest {

    private final Assembly assembly = new Assembly().join("alice").join("bob");

    @AfterEach
    void theDocumentStaysValid() {
        assertThat(Validation.ofDocument(assembly.conference().document())).isEmpty();
    }

    private Member member(String name) {
        return Member.of(assembly.conference(), id(name)).orElseThrow();
    }

    private static List<String> endpoints(Member member) {
        return member.endpoints().stream()
                .map(endpoint -> endpoint.sessionType() + " " + endpoint.entity())
                .toList();
    }

    private List<String> recorded(String name) {
        return new User(assembly.conference().user(id(name)).orElseThrow())
                .endpoints().stream()
                        .map(endpoint ->
                                endpoint.entity() + " " + endpoint.status().orElse("-"))
                        .toList();
    }

    private boolean isIn(String name) {
        return assembly.conference().user(id(name)).isPresent();
    }

    @Test
    @Requirement({"C3P-3.4.4.2.1-05", "C3P-2.2.4.2-01", "C3P-2.2.4.2-04"})
    void whomOnlyAnMcuKnowsIsInTheConference() {
        assembly.join("bob", "{second}")
                .report(
                        CHAT,
                        Report.full(1).has("dave", "{d}").has("bob", "{b}").document());
        assertThat(endpoints(member("dave"))).containsExactly("chat {d}");
        assertThat(member("dave").displayName()).contains("Dave");
        assertThat(member("dave").entity()).isEqualTo("sip:dave@example.com");
        assertThat(endpoints(member("bob"))).containsExactly("chat {b}", "focus {bob}", "focus {second}");
        assertThat(assembly.conference().attendance().hasJoined(id("dave"))).isTrue();
        assertThat(recorded("dave")).containsExactly("{d} connected");
        assertThat(Roster.of(assembly.conference()).members().size()).isEqualTo(3);
        assertThat(assembly.conference().document().textAt(Info.CONFERENCE_STATE, Info.USER_COUNT))
                .contains("3");
    }

    @Test
    @Requirement({"C3P-D5-05", "C3P-2.2.4.2.2-01"})
    void whatAnMcuWritesIsKeptButForTheSessionType() {
        Element endpoint = Report.endpoint("{b}", "full")
                .withAttribute(InfoNames.SESSION_TYPE, "x")
                .withAttribute(InfoNames.msci("epid"), "0123")
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(Foreign.element(InfoNames.msci("anything"), "as it was"));
        assembly.report(
                CHAT,
                Report.full(1)
                        .user(Report.user("sip:bob@example.com", "full").with(endpoint))
                        .document());
        assertThat(member("bob").endpoints().get(0).element())
                .isEqualTo(endpoint.withAttribute(InfoNames.SESSION_TYPE, "chat"));
    }

    @Test
    @Requirement("C3P-3.7-01")
    void theRoleIsTheFocussWhateverAnMcuReports() {
        Element roles = Foreign.element(Info.ROLES).with(Foreign.element(Info.ENTRY, "presenter"));
        Element bob = Report.user("sip:bob@example.com", "full").with(roles).with(Report.endpoint("{b}", "full"));
        Element dave = Report.user("sip:dave@example.com", "full").with(roles).with(Report.endpoint("{d}", "full"));
        assembly.report(CHAT, Report.full(1).user(bob).user(dave).document());
        for (String attendee : List.of("bob", "dave")) {
            assertThat(member(attendee).presenter()).isFalse();
            assertThat(member(attendee).element().textAt(Info.ROLES, Info.ENTRY))
                    .contains("attendee");
        }
        assertThat(assembly.role("bob", true).conference())
                .satisfies(conference -> assertThat(member("bob").presenter()).isTrue());
    }

    @Test
    @Requirement({"C3P-3.4.4.2.1-02", "C3P-3.4.4.2.1-03"})
    void eachMcuHasACopyAndVersionsOfItsOwn() {
        assembly.report(CHAT, Report.full(7).has("bob", "{c}").document());
        assembly.report(AUDIO_VIDEO, Report.full(1).has("bob", "{a}").document());
        assertThat(assembly.report(CHAT, Report.partial(8).has("dave", "{d}").document()))
                .isInstanceOf(Answer.Reported.class);
        assertThat(assembly.report(AUDIO_VIDEO, Report.partial(2).gone("bob").document()))
                .isInstanceOf(Answer.Reported.class);
        assertThat(endpoints(member("bob"))).containsExactly("chat {c}", "focus {bob}");
        assertThat(endpoints(member("dave"))).containsExactly("chat {d}");
    }

    @Test
    void aGapIsToldOnceAndHealedByAFullReport() {
        assembly.report(CHAT, Report.full(5).has("dave", "{d}").document());
        assertThat(assembly.report(CHAT, Report.partial(7).gone("dave").document()))
                .isInstanceOf(Answer.Lost.class);
        assertThat(assembly.report(CHAT, Report.partial(8).document())).isEqualTo(new Answer.Dropped());
        assertThat(isIn("dave")).as("what is known holds").isTrue();
        assembly.report(CHAT, Report.full(9).document());
        assertThat(isIn("dave")).isFalse();
    }

    @Test
    void aReportThatIsNotValidChangesNothing() {
        Conference before = assembly.conference();
        Element twice = Report.user("sip:bob@example.com", "full")
                .with(Report.endpoint("{1}", "full"))
                .with(Report.endpoint("{2}", "full"));
        assertThat(assembly.report(
                        CHAT, Report.full(1).has("dave", "{d}").user(twice).document()))
                .isInstanceOf(Answer.Rejected.class);
        assertThat(assembly.conference()).isSameAs(before);
    }

    @Test
    @Requirement({"C3P-4.4.3-03", "C3P-4.4.3-04"})
    void whoIsEjectedStaysUntilTheMcuReportsHimGone() {
        assembly.report(CHAT, Report.full(1).has("bob", "{b}").document());
        assembly.eject("bob");
        assertThat(endpoints(member("bob"))).containsExactly("chat {b}");
        assertThat(assembly.conference().attendance().hasJoined(id("bob"))).isTrue();
        assembly.report(CHAT, Report.partial(2).gone("bob").document());
        assertThat(isIn("bob")).isFalse();
        assertThat(assembly.conference().attendance().hasJoined(id("bob"))).isFalse();
        assertThat(assembly.instance().participant(id("bob"))).isEmpty();
    }

    @Test
    void theLastEndpointOfAUserWhoStoodThereBeforeLeavesHisRecord() {
        assembly.become(assembly.conference()
                .next(Records.with(assembly.conference().document(), id("carol"), record -> record)));
        assembly.report(CHAT, Report.full(1).has("carol", "{c}").document());
        assembly.report(CHAT, Report.partial(2).gone("carol").document());
        assertThat(isIn("carol")).isTrue();
        assertThat(assembly.conference().attendance().hasJoined(id("carol"))).isFalse();
        assertThat(Member.of(assembly.conference(), id("carol"))).isEmpty();
    }

    @Test
    void aDeadMcuTakesItsOwnAlongAndNothingElse() {
        assembly.report(
                CHAT,
                Report.full(1)
                        .has("bob", "{c}")
                        .has("dave", "{d}")
                        .view(assembly.uriOf(CHAT), true)
                        .document());
        assembly.report(
                AUDIO_VIDEO,
                Report.full(1)
                        .has("bob", "{a}")
                        .view(assembly.uriOf(AUDIO_VIDEO), true)
                        .document());
        Roster before = Roster.of(assembly.conference());
        assembly.kill(CHAT);
        Roster after = Roster.of(assembly.conference());
        assertThat(endpoints(member("bob"))).containsExactly("audio-video {a}", "focus {bob}");
        assertThat(isIn("dave")).isFalse();
        assertThat(after.member(id("alice"))).isEqualTo(before.member(id("alice")));
        assertThat(after.views())
                .isEqualTo(before.views().without(assembly.uriOf(CHAT).toString()));
        assertThat(assembly.instance().mcus().get(CHAT).orElseThrow().state()).isEqualTo(Mcu.State.DOWN);
    }

    @Test
    @Requirement("EV-4.6-04")
    void anMcuThatDeletesItsDocumentHasEnded() {
        assembly.report(
                CHAT,
                Report.full(1)
                        .has("dave", "{d}")
                        .view(assembly.uriOf(CHAT), true)
                        .document());
        assembly.report(CHAT, Report.of("deleted", 2).document());
        assertThat(isIn("dave")).isFalse();
        assertThat(Roster.of(assembly.conference()).views().size()).isEqualTo(1);
    }

    @Test
    void reportsOfAnEarlierIncarnationAreDropped() {
        assembly.report(CHAT, Report.full(9).has("dave", "{d}").document());
        assembly.kill(CHAT);
        assertThat(assembly.report(CHAT, Report.full(10).has("dave", "{d}").document()))
                .as("after its death")
                .isEqualTo(new Answer.Dropped());
        assembly.restart(CHAT);
        assertThat(McuReporting.report(
                        assembly.conference(), CHAT, 0, Report.full(11).document(), Map.of(), NOON))
                .isEqualTo(new Answer.Dropped());
        assertThat(assembly.report(CHAT, Report.full(1).has("dave", "{d}").document()))
                .isInstanceOf(Answer.Reported.class);
        assertThat(McuReporting.report(
                        assembly.conference(),
                        McuType.PHONE_CONF,
                        0,
                        Report.full(1).document(),
                        Map.of(),
                        NOON))
                .isEqualTo(new Answer.Dropped());
    }

    @Test
    void anEndpointStandsInTheDocumentUnderItsUriUnlessThatIsTaken() {
        String gruu = member("bob")
                .endpoints()
                .get(0)
                .element()
                .attribute(InfoNames.ENDPOINT_URI)
                .orElseThrow();
        Element endpoint = Report.endpoint("{c}", "full").withAttribute(InfoNames.ENDPOINT_URI, gruu);
        Element bob = Report.user("sip:bob@example.com", "full").with(endpoint);
        assembly.report(CHAT, Report.full(1).user(bob).document());
        assembly.report(AUDIO_VIDEO, Report.full(1).user(bob).document());
        assertThat(recorded("bob"))
                .containsExactly(
                        gruu + " connected",
                        gruu + ";endpoint=chat-c connected",
                        gruu + ";endpoint=audio-video-c connected");
        assembly.leave("bob", "{bob}");
        assembly.report(
                CHAT,
                Report.partial(2)
                        .user(bob.with(Foreign.element(Info.LANGUAGES, "en")))
                        .document());
        assertThat(recorded("bob"))
                .as("it keeps the entity that it has")
                .containsExactlyInAnyOrder(
                        gruu + ";endpoint=chat-c connected", gruu + ";endpoint=audio-video-c connected");
    }

    @Test
    void whatTheDataModelDoesNotAdmitStaysOutOfTheDocument() {
        Element medium = Foreign.element(Info.MEDIA).withAttribute(Attributes.ID, "1");
        Element endpoint = Report.endpoint("{c}", "full")
                .with(Foreign.element(Info.JOINING_INFO).with(Foreign.element(Info.WHEN, "yesterday")))
                .with(Foreign.element(Info.JOINING_METHOD, "dialed-out"))
                .with(medium.with(Foreign.element(Info.TYPE, "audio")).with(Foreign.element(Info.STATUS, "sendrecv")))
                .with(Foreign.element(InfoNames.msci("roles"), "x"));
        assembly.report(
                CHAT,
                Report.full(1)
                        .user(Report.user("sip:dave@example.com", "full").with(endpoint))
                        .document());
        Endpoint shown = new User(assembly.conference().user(id("dave")).orElseThrow())
                .endpoints()
                .get(0);
        assertThat(shown.joiningMethod()).contains("dialed-out");
        assertThat(shown.joiningInfo().orElseThrow().element().childText(Info.WHEN))
                .contains(NOON.toString());
        assertThat(shown.media("1").orElseThrow().element().childText(Info.STATUS))
                .contains("sendrecv");
        assertThat(shown.element().elements()).noneMatch(child -> child.type().isForeign());
    }

    @Test
    void nobodyComesPastTheLobbyByAnMcu() {
        assembly.lock(true).join("carol");
        assembly.report(CHAT, Report.full(1).has("carol", "{c}").document());
        assertThat(assembly.conference().attendance().isPending(id("carol"))).isTrue();
        assertThat(recorded("carol")).allMatch(endpoint -> endpoint.endsWith("on-hold"));
        assembly.admit("carol", true);
        assertThat(assembly.conference().attendance().hasJoined(id("carol"))).isTrue();
        assertThat(recorded("carol")).allMatch(endpoint -> endpoint.endsWith("connected"));
    }

    @Test
    void aUserWithoutAnEndpointIsNotIn() {
        assembly.report(
                CHAT,
                Report.full(1).user(Report.user("sip:dave@example.com", "full")).document());
        assertThat(isIn("dave")).isFalse();
    }

    @Test
    void theConferenceIsEmptyWhenTheLastDialogAndTheLastEndpointAreGone() {
        assembly.report(CHAT, Report.full(1).has("bob", "{b}").document());
        assembly.leave("bob", "{bob}").leave("alice", "{alice}");
        assertThat(Leaving.isEmpty(assembly.conference())).isFalse();
        assembly.report(CHAT, Report.partial(2).gone("bob").document());
        assertThat(Leaving.isEmpty(assembly.conference())).isTrue();
    }

    @Test
    void somebodyUnknownIsAFaultOfTheCaller() {
        long incarnation = assembly.instance().mcus().get(CHAT).orElseThrow().incarnation();
        assertThatThrownBy(() -> McuReporting.report(
                        assembly.conference(),
                        CHAT,
                        incarnation,
                        Report.full(1).has("dave", "{d}").document(),
                        Map.of(),
                        NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sip:dave@example.com");
    }

    @Test
    void whoGoesFromTheDocumentGoesFromTheCopies() {
        assembly.report(CHAT, Report.full(1).has("bob", "{b}").document());
        assembly.become(
                assembly.conference().next(Records.without(assembly.conference().document(), id("bob"))));
        assertThat(assembly.instance().mcus().get(CHAT).orElseThrow().users().isEmpty())
                .isTrue();
        assertThat(assembly.instance().participant(id("bob"))).isEmpty();
        assembly.report(CHAT, Report.partial(2).gone("bob").document());
        assertThat(isIn("bob")).isFalse();
    }
}
