package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.EVE;
import static io.parley.examples.flows.Roster.at;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.partsOf;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.ports.in.FocusService.McuId;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the documents hold (MS-CONFBAS sections 2.2.2 and 2.2.4), and how MCUs add to them (section 3.4.4.2.1), over SIP. */
class RostersOverSipTest {

    private static final Plan BOTH = Plan.STANDARD.with(McuProfile.plain(McuType.CHAT), McuProfile.audioVideo());

    private final List<SipHouse> houses = new ArrayList<>();

    private SipHouse in(Plan plan) {
        houses.add(new SipHouse(plan));
        return houses.get(0);
    }

    private SipHouse house() {
        return houses.get(0);
    }

    private Line watching(String who) {
        Phone phone = house().phone(who);
        phone.join();
        return phone.line(phone.subscribe());
    }

    private void connected(McuId mcu, C3pUser user) {
        house().house.mcus.change(mcu, state -> state.with(user));
        house().moment();
    }

    private static C3pUser user(String who, String device) {
        return C3pUser.of(SipUri.of(who))
                .withEndpoints(List.of(C3pEndpoint.of(device).withStatus("connected")));
    }

    @Test
    @Requirement({"C3P-2.2.2.2-01", "C3P-2.2.2.2-03", "C3P-2.2.2.3-09", "C3P-2.2.2.3-12", "C3P-I-01"})
    void theDescriptionHoldsWhatClientsNeedAndNothingElse() {
        in(BOTH.describedBy("<ci:display-text>Shown</ci:display-text><ci:free-text>Free</ci:free-text>"
                + "<ci:keywords>key</ci:keywords><ci:maximum-user-count>9</ci:maximum-user-count>"
                + "<msci:recording-allowed>true</msci:recording-allowed>"
                + "<msci:externaluser-recording-allowed>false</msci:externaluser-recording-allowed>"
                + "<msci:notification-data><x:n xmlns:x='urn:x'>note</x:n></msci:notification-data>"
                + "<msci:organizer-roaming-data><x:r xmlns:x='urn:x'>roaming</x:r></msci:organizer-roaming-data>"));
        Roster roster = watching(ALICE).roster();
        Roster other = watching(BOB).roster();
        for (Roster told : List.of(roster, other)) {
            assertThat(text(told.description(), "notification-data", "n")).isEqualTo("note");
            assertThat(text(told.description(), "recording-allowed")).isEqualTo("true");
            assertThat(text(told.description(), "externaluser-recording-allowed"))
                    .isEqualTo("false");
            assertThat(partsOf(told.description()))
                    .doesNotContain(
                            "display-text",
                            "free-text",
                            "keywords",
                            "service-uris",
                            "maximum-user-count",
                            "available-media",
                            "organizer-roaming-data");
            assertThat(partsOf(told.last())).doesNotContain("host-info", "conference-state");
        }
        C3pResponse kept = house().house
                .provision("<getConference><conferenceKeys msci:conference-id='" + House.ID + "'/></getConference>");
        assertThat(kept.toString()).contains("roaming");
        assertThat(at(roster.description(), "conf-uris").elements())
                .extracting(it -> text(it, "purpose"))
                .contains("chat");
        assertThat(roster.locked(house().house.conference.toString())).isEqualTo("false");
        assertThat(text(roster.description(), "organizer", "display-name")).isEqualTo("Alice");
        assertThat(attribute(roster.endpoint(ALICE, "focus"), "session-type")).isEqualTo("focus");
    }

    @Test
    @Requirement({"C3P-2.2.2.6-06", "C3P-SAE-02"})
    void howSomebodyWasIdentifiedIsShown() {
        in(Plan.STANDARD.describedBy("<msci:admission-policy>anonymous</msci:admission-policy>"));
        Line watching = watching(ALICE);
        Phone eve = house().phone(EVE);
        String conference = house().house.conference.toString();
        eve.line(eve.invite()
                .with(house().command(
                                EVE,
                                conference,
                                "1",
                                SipHouse.addUser(
                                        conference,
                                        SipHouse.user(
                                                EVE,
                                                SipHouse.roles("attendee")
                                                        + "<ci:endpoint entity='{e}' msci:authMethod='enterprise'"
                                                        + " msci:accessMethod='internal'/>")))));
        house().phone("sip:x@anonymous.invalid").join();
        Roster roster = watching.roster();
        assertThat(text(roster.endpoint(ALICE, "focus"), "authMethod")).isEqualTo("enterprise");
        assertThat(text(roster.endpoint(EVE, "focus"), "authMethod")).isEqualTo("federated");
        assertThat(text(roster.endpoint("sip:x@anonymous.invalid", "focus"), "authMethod"))
                .isEqualTo("anonymous");
        assertThat(attribute(roster.endpoint(EVE, "focus"), "authMethod"))
                .as("the attribute of that name is the client's own")
                .isEmpty();
    }

    @Test
    @Requirement("C3P-2.2.4.2.1-04")
    void whatElseADeviceSaysOfItselfIsKept() {
        in(Plan.STANDARD);
        Line watching = watching(ALICE);
        Phone bob = house().phone(BOB);
        String conference = house().house.conference.toString();
        bob.line(bob.invite()
                .with(house().command(
                                BOB,
                                conference,
                                "1",
                                SipHouse.addUser(
                                        conference,
                                        SipHouse.user(
                                                BOB,
                                                SipHouse.roles("attendee")
                                                        + "<ci:endpoint entity='{b}'><cis:separator/><cis:separator/>"
                                                        + "<msci:client-recording><msci:recording-status>recording"
                                                        + "</msci:recording-status></msci:client-recording>"
                                                        + "</ci:endpoint>")))));
        assertThat(text(watching.roster().endpoint(BOB, "focus"), "client-recording", "recording-status"))
                .isEqualTo("recording");
    }

    @Test
    @Requirement({"C3P-2.2.3.4-01", "C3P-2.2.3.4-02"})
    void answersAboutUsersNameTheConferenceAndTheOneUser() {
        in(Plan.STANDARD);
        Phone alice = house().phone(ALICE);
        Line organizer = alice.join();
        Line call = house().phone(BOB).join();
        String conference = house().house.conference.toString();
        String keys = "<userKeys confEntity='" + conference + "' userEntity='" + BOB + "'/>";
        organizer.info(
                "1",
                "<modifyUserRoles>" + keys
                        + "<ci:user-roles><ci:entry>presenter</ci:entry></ci:user-roles></modifyUserRoles>");
        organizer.info(
                "2",
                "<setLobbyAccess><conferenceKeys confEntity='" + conference + "'/><userEntity>" + BOB
                        + "</userEntity><access>granted</access></setLobbyAccess>");
        organizer.info("3", "<deleteUser>" + keys + "</deleteUser>");
        Line carol = house().phone(CAROL).join();
        String endorse = "<endorseUser><conferenceKeys confEntity='" + conference + "'/><endorsee>" + CAROL
                + "</endorsee><dialog-id><call-id>" + carol.callId() + "</call-id><from-tag>" + carol.localTag()
                + "</from-tag><to-tag>" + carol.remoteTag() + "</to-tag></dialog-id></endorseUser>";
        Line endorsing = alice.line(alice.invite().with(house().command(ALICE, conference, "1", endorse)));
        List<String> bodies = new ArrayList<>();
        organizer.heard("INFO").forEach(it -> bodies.add(it.body().text()));
        bodies.add(call.accepted.body().text());
        bodies.add(endorsing.accepted.body().text());
        assertThat(bodies).hasSize(5).allSatisfy(body -> {
            assertThat(body).contains("code=\"success\"").doesNotContain("userKeys");
            assertThat(body).containsPattern("conferenceKeys confEntity=\"" + conference.replace(".", "\\.") + "\"");
        });
        for (int i : List.of(0, 2, 3)) {
            assertThat(bodies.get(i)).containsOnlyOnce("<ci:user ").contains("<ci:user entity=\"" + BOB + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"TCP", "TLS"})
    @Requirement("C3P-2.1.2-01")
    void everythingGoesByTcpAndByTls(Transport transport) {
        in(Plan.STANDARD);
        Phone alice = house().phone(ALICE, "{a}", transport);
        Line line = alice.join();
        Line watching = alice.line(alice.subscribe());
        assertThat(watching.roster().users()).containsExactly(ALICE);
        assertThat(line.info(
                                "1",
                                "<modifyConferenceLock><conferenceKeys confEntity='" + house().house.conference
                                        + "'/><locked>true</locked></modifyConferenceLock>")
                        .status())
                .isEqualTo(202);
        assertThat(line.responses("1")).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        assertThat(watching.roster().locked(house().house.conference.toString()))
                .isEqualTo("true");
        assertThat(line.bye().status()).isEqualTo(200);
    }

    @Test
    @Requirement("C3P-I-11")
    void theLobbyIsThereBeforeTheFirstJoin() {
        in(Plan.STANDARD);
        Line early = watching(EVE);
        assertThat(early.roster().endpoints(EVE)).containsExactly("focus on-hold");
        Line organizer = house().phone(ALICE).join();
        organizer.info(
                "1",
                "<setLobbyAccess><conferenceKeys confEntity='" + house().house.conference + "'/><userEntity>" + EVE
                        + "</userEntity><access>granted</access></setLobbyAccess>");
        assertThat(early.roster().endpoints(EVE)).containsExactly("focus connected");
    }

    // MCUs

    @Test
    @Requirement({"C3P-3.1.4.1-01", "C3P-D2-24"})
    void mcusComeWithTheFirstAndGoAfterTheLast() {
        in(BOTH);
        assertThat(house().house.mcus.started()).isEmpty();
        Line alice = house().phone(ALICE).join();
        assertThat(house().house.mcus.started())
                .extracting(McuId::type)
                .containsExactlyInAnyOrder(McuType.CHAT, McuType.AUDIO_VIDEO);
        McuId chat = house().house.running(McuType.CHAT);
        alice.bye();
        house().pass(Duration.ofSeconds(4));
        Line bob = house().phone(BOB).join();
        house().pass(Duration.ofSeconds(10));
        assertThat(house().house.mcus.isAvailable(chat))
                .as("somebody came in time")
                .isTrue();
        bob.bye();
        assertThat(house().house.mcus.isAvailable(chat)).isTrue();
        house().pass(Duration.ofSeconds(5));
        assertThat(house().house.mcus.isAvailable(chat)).isFalse();
        assertThat(house().house.mcus.started()).hasSize(2);
        house().nothingIsLeft();
    }

    @Test
    @Requirement("C3P-3.1.4.1-03")
    void aConferenceWhoseMcusFailIsOneAllTheSameAndTheyAreTriedAgain() {
        in(BOTH);
        String conference = house().house.conference.toString();
        house().house.mcus.script(McuType.CHAT).failAtStart(true);
        house().house.mcus.script(McuType.AUDIO_VIDEO).failAtStart(true);
        Line watching = watching(ALICE);
        assertThat(watching.roster().views()).containsExactly(conference);
        house().house.mcus.script(McuType.CHAT).failAtStart(false);
        house().pass(Duration.ofMinutes(1));
        assertThat(watching.roster().views())
                .containsExactlyInAnyOrder(
                        conference, house().house.mcu(McuType.CHAT).toString());
    }

    @Test
    @Requirement({"C3P-3.7-01", "C3P-2.2.4.2.2-01", "C3P-D5-05", "C3P-3.4.4.2.1-05"})
    void whatAnMcuTellsOfAnEndpointIsShownAndTheRoleIsThatOfTheFocus() {
        in(BOTH);
        Line watching = watching(ALICE);
        house().phone(BOB).join();
        Element foreign = ElementType.foreign(Name.of("urn:x", "mood")).empty().withText("sunny");
        C3pUser bob = C3pUser.of(SipUri.of(BOB))
                .withRole(C3pRole.PRESENTER)
                .withEndpoints(List.of(C3pEndpoint.of("{chat}")
                        .withStatus("connected")
                        .withAttribute(C3pNames.msci("session-type"), "x")
                        .with(foreign)));
        connected(house().house.running(McuType.CHAT), bob);
        connected(house().house.running(McuType.CHAT), user(DAVE, "{d}"));
        Roster roster = watching.roster();
        assertThat(roster.role(BOB)).isEqualTo("attendee");
        assertThat(text(roster.endpoint(BOB, "chat"), "mood")).isEqualTo("sunny");
        assertThat(roster.endpoints(DAVE)).containsExactly("chat connected");
    }

    @Test
    @Requirement({"C3P-D5-06", "C3P-3.4.4.2.1-03", "C3P-2.2.2.7-04"})
    void anMcuThatDiesTakesItsOwnAlongAndNothingElse() {
        in(BOTH);
        Line watching = watching(ALICE);
        McuId chat = house().house.running(McuType.CHAT);
        connected(chat, user(ALICE, "{c}"));
        connected(house().house.running(McuType.AUDIO_VIDEO), user(ALICE, "{v}"));
        connected(chat, user(DAVE, "{d}"));
        assertThat(watching.roster().endpoints(ALICE))
                .containsExactlyInAnyOrder("focus connected", "chat connected", "audio-video connected");
        house().house.mcus.change(chat, state -> state.without(SipUri.of(ALICE)));
        house().moment();
        assertThat(watching.roster().endpoints(ALICE))
                .containsExactlyInAnyOrder("focus connected", "audio-video connected");

        house().house.mcus.script(McuType.CHAT).failAtStart(true);
        house().house.mcus.die(chat);
        house().moment();
        assertThat(watching.roster().views())
                .doesNotContain(chat.uri().toString())
                .contains(house().house.mcu(McuType.AUDIO_VIDEO).toString());
        assertThat(watching.roster().users()).containsExactly(ALICE);
        assertThat(watching.roster().endpoints(ALICE))
                .containsExactlyInAnyOrder("focus connected", "audio-video connected");
    }

    @Test
    @Requirement("C3P-3.3.4.2-01")
    void anEndorsementThatIsCancelledChangesNothing() {
        in(Plan.STANDARD);
        Phone alice = house().phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        Line call = house().phone(BOB).join();
        int known = watching.roster().documents().size();
        String conference = house().house.conference.toString();
        String endorse = "<endorseUser><conferenceKeys confEntity='" + conference + "'/><endorsee>" + BOB
                + "</endorsee><dialog-id><call-id>" + call.callId() + "</call-id><from-tag>" + call.localTag()
                + "</from-tag><to-tag>" + call.remoteTag() + "</to-tag></dialog-id></endorseUser>";
        house().hold();
        List<SipResponse> responses = new ArrayList<>();
        ClientTransaction transaction =
                alice.begin(alice.invite().with(house().command(ALICE, conference, "1", endorse)), responses);
        house().pass(Duration.ofMillis(10));
        transaction.cancel();
        house().pass(Duration.ofMillis(10));
        house().release();
        house().moment();
        assertThat(responses).extracting(SipResponse::status).containsExactly(100, 487);
        assertThat(watching.roster().documents()).hasSize(known);
        assertThat(watching.roster().role(BOB)).isEqualTo("attendee");
    }
}
