package io.parley.examples.provisioning;

import static io.parley.examples.provisioning.Desk.ALICE;
import static io.parley.examples.provisioning.Desk.BOB;
import static io.parley.examples.provisioning.Desk.CAROL;
import static io.parley.examples.provisioning.Desk.ID;
import static io.parley.examples.provisioning.Desk.MALLORY;
import static io.parley.examples.provisioning.Desk.URI;
import static io.parley.examples.provisioning.Desk.addConference;
import static io.parley.examples.provisioning.Desk.id;
import static io.parley.examples.provisioning.Desk.key;
import static io.parley.examples.provisioning.Desk.modifyConference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.ccmp.Limits;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.identity.SipUri;
import io.parley.participation.FocusSettings;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An organizer and his conferences (MS-CONFPRO). */
class FactoryStoriesTest {

    private static final Name DESCRIPTION = C3pNames.ci("conference-description");

    private final Desk desk = Desk.open();

    private static Optional<String> said(Element info, String local) {
        return info.textAt(DESCRIPTION, C3pNames.msci(local));
    }

    private static List<String> ids(C3pResponse response) {
        Answer.OfConferences answer =
                (Answer.OfConferences) response.command().orElseThrow().answer();
        return answer.conferenceInfos().stream()
                .map(info -> said(info, "conference-id").orElse(""))
                .toList();
    }

    @Test
    @Requirement({"C3P-I-02", "C3P-I-03"})
    void whatPidginSipeSendsIsAccepted() {
        String id = "0123456789ABCDEF0123456789ABCDEF";
        Element info = desk.done(
                ALICE,
                "<addConference><ci:conference-info xmlns:ci='urn:ietf:params:xml:ns:conference-info' entity=''"
                        + " xmlns:msci='http://schemas.microsoft.com/rtc/2005/08/confinfoextensions'>"
                        + "<ci:conference-description><ci:subject/><msci:conference-id>" + id + "</msci:conference-id>"
                        + "<msci:expiry-time>2030-01-02T09:00:00Z</msci:expiry-time>"
                        + "<msci:admission-policy>openAuthenticated</msci:admission-policy>"
                        + "</ci:conference-description><msci:conference-view><msci:entity-view entity='chat'/>"
                        + "<msci:entity-view entity='audio-video'/></msci:conference-view>"
                        + "</ci:conference-info></addConference>");
        assertThat(info.attribute(Attributes.ENTITY))
                .contains("sip:alice@example.com;gruu;opaque=app:conf:focus:id:" + id);
    }

    @Test
    @Requirement("C3P-PRO3.1-01")
    void aConferenceWithoutIdentifierIsGivenOneAndCanBeJoined() {
        Element info = desk.done(ALICE, addConference("<ci:subject>Weekly</ci:subject>", ""));
        String uri = info.attribute(Attributes.ENTITY).orElseThrow();
        assertThat(uri).matches("sip:alice@example.com;gruu;opaque=app:conf:focus:id:[A-Za-z0-9]{8,32}");
        assertThat(desk.call(BOB, uri).joined().onHold()).isFalse();
    }

    @Test
    @Requirement("C3P-PRO3.1-02")
    void anIdentifierHas8To32LettersAndDigitsAndIsUniqueForItsOrganizer() {
        for (String bad : List.of("A".repeat(33), "A".repeat(7), "abcd-efgh", "abcdefg.h")) {
            assertThat(desk.refused(ALICE, addConference(id(bad), ""))).isEqualTo(Reason.INVALID_CONFERENCE_ID);
        }
        desk.done(ALICE, addConference(id("A".repeat(32)), ""));
        desk.done(ALICE, addConference(id("A".repeat(8)), ""));
        desk.done(BOB, addConference(id("A".repeat(8)), ""));
    }

    @Test
    @Requirement("C3P-PRO3.1-03")
    void anIdentifierThatIsTakenIsRefusedAndChangesNothing() {
        desk.provisioned("<ci:subject>First</ci:subject>", "");
        Element before = desk.done(ALICE, key("getConference"));
        assertThat(desk.refused(ALICE, addConference(id(ID) + "<ci:subject>Second</ci:subject>", "")))
                .isEqualTo(Reason.CONFERENCE_EXISTS_ALREADY);
        assertThat(desk.done(ALICE, key("getConference"))).isEqualTo(before);
    }

    @Test
    void theSameRequestInTheSameCallIsAnsweredAgainAndNotExecutedTwice() {
        String command = addConference(id(ID), "");
        C3pResponse first = desk.ask(ALICE, "call", "7", command);
        assertThat(first.code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(desk.ask(ALICE, "call", "7", command)).isEqualTo(first);
        assertThat(desk.ask(ALICE, "another", "7", command).code()).isEqualTo(C3pCode.FAILURE);
        assertThat(desk.ask(ALICE, "call", "8", command).code()).isEqualTo(C3pCode.FAILURE);
        assertThat(desk.ask(BOB, "call", "7", command).code())
                .as("of somebody else")
                .isEqualTo(C3pCode.SUCCESS);
    }

    @Test
    @Requirement("C3P-PRO3.2-01")
    void aModificationReplacesWhatWasProvisioned() {
        desk.provisioned(
                "<ci:subject>Weekly</ci:subject><ci:maximum-user-count>9</ci:maximum-user-count>"
                        + "<msci:expiry-time>2031-01-01T00:00:00Z</msci:expiry-time>"
                        + "<msci:admission-policy>anonymous</msci:admission-policy>"
                        + "<msci:notification-data><x:x xmlns:x='x'/></msci:notification-data>",
                "<ci:users><ci:user entity='sip:bob@example.com'/></ci:users>");
        desk.done(ALICE, modifyConference("", id(ID) + "<ci:subject>Daily</ci:subject>", ""));
        Element info = desk.done(ALICE, key("getConference"));
        assertThat(info.textAt(DESCRIPTION, C3pNames.ci("subject"))).contains("Daily");
        assertThat(info.attribute(Attributes.VERSION)).contains("2");
        assertThat(info.child(C3pNames.ci("users"))).isEmpty();
        assertThat(info.at(DESCRIPTION, C3pNames.ci("maximum-user-count"))).isEmpty();
        assertThat(said(info, "expiry-time")).isEmpty();
        assertThat(said(info, "notification-data")).isEmpty();
        assertThat(said(info, "admission-policy")).contains("openAuthenticated");
    }

    @Test
    @Requirement("C3P-PRO3.2-02")
    void aModificationOfAnotherVersionIsRefusedAndChangesNothing() {
        desk.provisioned("<ci:subject>One</ci:subject>", "");
        desk.done(ALICE, modifyConference("version='1'", id(ID) + "<ci:subject>Two</ci:subject>", ""));
        Element before = desk.done(ALICE, key("getConference"));
        assertThat(desk.refused(ALICE, modifyConference("version='1'", id(ID) + "<ci:subject>Three</ci:subject>", "")))
                .isEqualTo(Reason.INVALID_VERSION);
        assertThat(desk.done(ALICE, key("getConference"))).isEqualTo(before);
        desk.done(ALICE, modifyConference("version='2'", id(ID) + "<ci:subject>Three</ci:subject>", ""));
    }

    @Test
    @Requirement("C3P-PRO3.3-01")
    void aDeletionEndsAConferenceThatIsRunning() {
        desk.provisioned("", "");
        Desk.Call alice = desk.call(ALICE);
        Desk.Call bob = desk.call(BOB);
        desk.ends();
        Element gone = desk.done(ALICE, key("deleteConference"));
        assertThat(gone.attribute(Attributes.ENTITY)).contains(URI);
        assertThat(desk.ends())
                .extracting(end -> end.dialog(), end -> end.why())
                .containsExactlyInAnyOrder(
                        tuple(alice.dialog, Departure.TERMINATED), tuple(bob.dialog, Departure.TERMINATED));
        assertThat(desk.call(BOB).refusal().kind()).isEqualTo(Refusal.Kind.NO_CONFERENCE);
    }

    @Test
    @Requirement("C3P-PRO3.4-01")
    void aConferenceIsFoundByEitherKeyAndByBoth() {
        desk.provisioned("<ci:subject>Weekly</ci:subject>", "");
        Element byId = desk.done(ALICE, key("getConference"));
        assertThat(desk.done(ALICE, get("confEntity='" + URI + "'"))).isEqualTo(byId);
        assertThat(desk.done(ALICE, get("confEntity='" + URI + "' msci:conference-id='" + ID + "'")))
                .isEqualTo(byId);
        for (String unknown : List.of(
                "",
                "msci:conference-id='00000000'",
                "confEntity='sip:alice@example.com;gruu;opaque=app:conf:chat:id:" + ID + "'",
                "confEntity='" + URI + "' msci:conference-id='00000000'")) {
            assertThat(desk.refused(ALICE, get(unknown))).as(unknown).isEqualTo(Reason.CONFERENCE_DOESNT_EXIST);
        }
    }

    private static String get(String keys) {
        return "<getConference><conferenceKeys " + keys + "/></getConference>";
    }

    @Test
    @Requirement("C3P-3.5.4.2.3.2-03")
    void aConferenceThatIsNotThereIsNamedAsTheReason() {
        for (String command :
                List.of(key("getConference"), key("deleteConference"), modifyConference("", id(ID), ""))) {
            assertThat(desk.refused(ALICE, command)).isEqualTo(Reason.CONFERENCE_DOESNT_EXIST);
        }
    }

    @Test
    @Requirement("C3P-PRO3.5-01")
    void anOrganizerListsHisOwnConferences() {
        desk.provisioned("", "");
        desk.done(
                ALICE,
                "<addConference><ci:conference-info entity='' static='true'><ci:conference-description>"
                        + id("STATIC00") + "</ci:conference-description></ci:conference-info></addConference>");
        desk.done(BOB, addConference(id("BOBS0000"), ""));
        assertThat(ids(desk.ask(ALICE, "<getConferences/>"))).containsExactlyInAnyOrder(ID, "STATIC00");
        assertThat(ids(desk.ask(ALICE, "<getConferences static='true'/>"))).containsExactly("STATIC00");
        assertThat(ids(desk.ask(CAROL, "<getConferences/>"))).isEmpty();
        assertThat(desk.refused(
                        ALICE,
                        "<addConference><ci:conference-info entity='' static='true'><ci:conference-description>"
                                + id("STATIC01") + "</ci:conference-description></ci:conference-info></addConference>"))
                .isEqualTo(Reason.CONFERENCE_EXISTS_ALREADY);
    }

    @Test
    void onlyTheOrganizerDealsWithHisConferences() {
        desk.provisioned("", "");
        for (String command : List.of(key("getConference"), key("deleteConference"))) {
            assertThat(desk.refused(BOB, command)).as("one of his own").isEqualTo(Reason.CONFERENCE_DOESNT_EXIST);
            assertThat(desk.refused(
                            BOB, command.replace("msci:conference-id='" + ID + "'", "confEntity='" + URI + "'")))
                    .isEqualTo(Reason.UNAUTHORIZED);
            assertThat(desk.refused(
                            BOB, command.replace("msci:conference-id='" + ID + "'", "confEntity='" + URI + "0'")))
                    .as("whether it is there or not")
                    .isEqualTo(Reason.UNAUTHORIZED);
            assertThat(desk.refused(MALLORY, command)).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(desk.refused("sip:x@anonymous.invalid", command)).isEqualTo(Reason.UNAUTHORIZED);
        }
        C3pResponse toAnotherFactory = desk.parley
                .c3p()
                .provision(
                        new Signaller(SipUri.of(BOB), true, false),
                        "call",
                        desk.read(Desk.request(ALICE, "1", key("deleteConference"))));
        assertThat(toAnotherFactory.reason()).contains(Reason.UNAUTHORIZED);
        C3pResponse unproved = desk.parley
                .c3p()
                .provision(
                        new Signaller(SipUri.of(ALICE), false, false),
                        "call",
                        desk.read(Desk.request(ALICE, "1", key("deleteConference"))));
        assertThat(unproved.reason()).contains(Reason.UNAUTHORIZED);
        assertThat(desk.find(URI)).isPresent();
    }

    @Test
    @Requirement("C3P-PRO3.7-01")
    void theTypesOfMcusAreThoseConfigured() {
        C3pResponse response = desk.ask(ALICE, "<getAvailableMcuTypes/>");
        assertThat(response.command().orElseThrow().answer())
                .isEqualTo(new Answer.OfMcuTypes(List.of("chat", "audio-video")));
    }

    @Test
    @Requirement("C3P-PRO3.8-01")
    void capabilitiesTellMcusAndThatNoTelephoneReachesHere() {
        C3pResponse response = desk.ask(ALICE, "<getConferencingCapabilities/>");
        assertThat(response.command().orElseThrow().answer())
                .isEqualTo(new Answer.OfCapabilities(0, List.of("chat", "audio-video"), false, Optional.of(true)));
    }

    @Test
    void limitsOfTheSystemHoldForTheFactoryAsWell() {
        Desk small = Desk.with(
                builder -> builder.limits(Limits.defaults().withConferences(2).withConferencesPerOwner(1)));
        small.provisioned("", "");
        assertThat(small.refused(ALICE, addConference(id("SECOND00"), ""))).isEqualTo(Reason.MAX_CONFERENCES_EXCEEDED);
        small.done(BOB, addConference(id("SECOND00"), ""));
        assertThat(small.refused(CAROL, addConference(id("THIRD000"), ""))).isEqualTo(Reason.MAX_CONFERENCES_EXCEEDED);
        small.done(ALICE, key("deleteConference"));
        small.done(CAROL, addConference(id("THIRD000"), ""));
    }

    @Test
    void theMostThatCanBeInAConferenceIsAboveWhatAnOrganizerMayWant() {
        Desk small = Desk.with(
                builder -> builder.focus(FocusSettings.in("example.com").withParticipants(10)));
        assertThat(small.refused(ALICE, addConference("<ci:maximum-user-count>11</ci:maximum-user-count>", "")))
                .isEqualTo(Reason.MAX_MEETING_SIZE_EXCEEDED);
        small.provisioned("<ci:maximum-user-count>1</ci:maximum-user-count>", "");
        small.call(ALICE).joined();
        assertThat(small.call(BOB).refusal().kind()).isEqualTo(Refusal.Kind.FULL);
    }
}
