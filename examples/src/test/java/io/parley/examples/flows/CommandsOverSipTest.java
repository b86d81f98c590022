package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.Reason;
import io.parley.document.Element;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands by INFO (MS-CONFBAS section 3.5): what SIP answers, what C3P answers, and how often. */
@Requirement({"C3P-2.2.3.2.1-01", "C3P-2.2.3.2.1-03", "C3P-D4-23", "C3P-D4-24", "C3P-D4-25"})
class CommandsOverSipTest {

    private final SipHouse house = new SipHouse(
            Plan.STANDARD.with(McuProfile.plain(McuType.CHAT), McuProfile.plain(McuType.APPLICATION_SHARING)));
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB);
    private final Line organizer = alice.join();
    private final Line attendee = bob.join();
    private final String conference = house.house.conference.toString();
    private int requests = 20;

    @AfterEach
    void nothingIsLeft() {
        organizer.bye();
        attendee.bye();
        house.pass(Duration.ofMinutes(11));
        house.nothingIsLeft();
    }

    private String keys() {
        return "<conferenceKeys confEntity='" + conference + "'/>";
    }

    private String lock(String content) {
        return "<modifyConferenceLock>" + keys() + content + "</modifyConferenceLock>";
    }

    private String lock() {
        return lock("<locked>true</locked>");
    }

    private String user(String name, String who, String content) {
        return "<" + name + "><userKeys confEntity='" + conference + "' userEntity='" + who + "'/>" + content + "</"
                + name + ">";
    }

    private String dialOut(String mcu, String who) {
        return "<addUser mscp:mcuUri='" + mcu + "'>" + keys() + "<ci:user entity='" + who
                + "'><ci:endpoint entity='{o}'><ci:joining-method>dialed-out</ci:joining-method></ci:endpoint></ci:user>"
                + "</addUser>";
    }

    private String chat() {
        return house.house.mcu(McuType.CHAT).toString();
    }

    /** It is refused as no document of C3P can be meant. */
    private void malformed(String command) {
        String id = Integer.toString(++requests);
        SipResponse refused = organizer.info(id, command);
        assertThat(refused.status()).as(command).isEqualTo(400);
        C3pResponse body = House.response(refused.body().bytes());
        assertThat(body.requestId()).isEqualTo(id);
        assertThat(body.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(body.anyReason()).contains(Reason.REQUEST_MALFORMED);
        assertThat(refused.body().contentType()).contains("application/cccp+xml");
        assertThat(organizer.responses(id)).isEmpty();
    }

    private C3pResponse answer(Line line, String command) {
        String id = Integer.toString(++requests);
        assertThat(line.info(id, command).status()).isEqualTo(202);
        assertThat(line.responses(id)).hasSize(1);
        return line.responses(id).get(0);
    }

    private Reason failure(Line line, String command) {
        C3pResponse response = answer(line, command);
        assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
        return response.anyReason().orElseThrow();
    }

    @Test
    @Requirement({"C3P-D4-01", "C3P-D4-02", "C3P-2.2.1.5-03", "C3P-2.2.1.1-03"})
    void aCommandIsTakenAtOnceAndAnsweredByAnInfo() {
        house.house.mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(3));
        SipResponse taken = organizer.info("77", dialOut(chat(), DAVE));
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body().isEmpty()).isTrue();
        assertThat(organizer.heard("INFO")).isEmpty();
        house.pass(Duration.ofSeconds(3));
        SipRequest answer = organizer.heard("INFO").get(0);
        assertThat(answer.header("Call-ID")).contains(organizer.callId());
        assertThat(answer.body().contentType()).contains("application/cccp+xml");
        C3pResponse response = House.response(answer.body().bytes());
        assertThat(response.requestId()).isEqualTo("77");
        assertThat(response.code()).isEqualTo(C3pCode.SUCCESS);
        SipResponse refused = organizer.info("78", "<addUser/>");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(House.response(refused.body().bytes()).requestId()).isEqualTo("78");
    }

    @Test
    @Requirement("C3P-D4-01")
    void noAnswerOvertakesTheResponseToItsCommand() {
        organizer.info("77", "<getConference><conferenceKeys confEntity='" + conference + "'/></getConference>");
        List<String> sent = house.told().stream()
                .filter(message -> message.header("Call-ID").equals(Optional.of(organizer.callId())))
                .filter(message -> message.header("CSeq").orElse("").endsWith(" INFO"))
                .map(message -> message instanceof SipResponse response ? "" + response.status() : "answer")
                .toList();
        assertThat(sent).containsExactly("202", "answer");
    }

    @Test
    void anInfoThatIsNoCommandIsToldSo() {
        assertThat(organizer.info(SipBody.NONE).status()).as("are you there?").isEqualTo(200);
        SipResponse refused = organizer.info(SipBody.of("text/plain", "hello"));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.headers().list("Accept"))
                .containsExactly("application/cccp+xml", "application/conference-ctrl+xml");
        SipResponse broken = organizer.info(Phone.xml("<request"));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().isEmpty()).isTrue();
    }

    @Test
    @Requirement("C3P-3.5.4.2.1-01")
    void aCommandOfNobodyWhoHasCalledIs481() {
        SipRequest info = organizer.request("INFO").with(house.command(ALICE, conference, "1", lock()));
        SipRequest other = new SipRequest(
                info.method(), info.uri(), info.headers().with("To", "<" + conference + ">;tag=none"), info.body());
        assertThat(organizer.ask(other).status()).isEqualTo(481);
        SipHeaders without = info.headers().with("To", "<" + conference + ">");
        assertThat(organizer
                        .ask(new SipRequest(info.method(), info.uri(), without, info.body()))
                        .status())
                .isEqualTo(481);
    }

    @Test
    @Requirement({"C3P-2.2.3.7-01", "C3P-2.2.3.7-02"})
    void theConferenceOfACommandIsTheOneThatIsCalled() {
        String other = conference.replace("MJMAY7RF", "OTHER000");
        for (String command : List.of(
                user("modifyUserRoles", BOB, "<ci:user-roles><ci:entry>presenter</ci:entry></ci:user-roles>"),
                lock(),
                user("deleteUser", BOB, ""),
                "<deleteConference>" + keys() + "</deleteConference>",
                "<getConference>" + keys() + "</getConference>",
                "<modifyEndpoint><endpointKeys confEntity='" + conference + "' userEntity='" + BOB
                        + "' endpointEntity='{b}'/><ci:endpoint entity='{b}'/></modifyEndpoint>")) {
            malformed(command.replace(conference, other));
        }
        malformed(user("modifyUserRoles", BOB, ""));
        assertThat(house.focus.calls()).isEqualTo(2);
    }

    @Test
    void fromAndToOfACommandAreThoseOfTheInfo() {
        for (SipBody body : List.of(
                house.command(BOB, conference, "9", lock()),
                house.command(BOB, conference, "9", "<makeCoffee/>"),
                house.command(ALICE, conference.replace("MJMAY7RF", "OTHER000"), "9", lock()))) {
            SipResponse refused = organizer.info(body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(House.response(refused.body().bytes()).anyReason()).contains(Reason.REQUEST_MALFORMED);
        }
    }

    @Test
    @Requirement("C3P-2.2.3.1.2-02")
    void theKeysOfAConferenceMaySayItsIdBesides() {
        for (String id : List.of("", " msci:conference-id='" + House.ID + "'")) {
            for (boolean locked : new boolean[] {true, false}) {
                String keys = keys().replace("/>", id + "/>");
                assertThat(answer(
                                        organizer,
                                        "<modifyConferenceLock>" + keys + "<locked>" + locked
                                                + "</locked></modifyConferenceLock>")
                                .code())
                        .isEqualTo(C3pCode.SUCCESS);
                assertThat(house.house
                                .parley
                                .focus()
                                .find(house.house.conference)
                                .orElseThrow()
                                .info()
                                .isLocked())
                        .as("with '%s'", id)
                        .isEqualTo(locked);
            }
        }
    }

    @Test
    @Requirement("C3P-2.2.3.1.4-01")
    void endpointsAreTheSameOnlyUnderTheSameText() {
        Phone capital = house.phone(BOB, "{AB}", Transport.TCP);
        Line line = capital.join();
        assertThat(failure(line, shown("{ab}"))).isEqualTo(Reason.ENDPOINT_DOESNT_EXIST);
        assertThat(answer(line, shown("{AB}")).code()).isEqualTo(C3pCode.SUCCESS);
        Line small = house.phone(BOB, "{ab}", Transport.TCP).join();
        assertThat(line.heard("BYE")).as("it is another device").isEmpty();
        assertThat(answer(small, shown("{ab}")).code()).isEqualTo(C3pCode.SUCCESS);
        line.bye();
        small.bye();
    }

    private String shown(String endpoint) {
        return "<modifyEndpoint><endpointKeys confEntity='" + conference + "' userEntity='" + BOB + "' endpointEntity='"
                + endpoint + "'/><ci:endpoint entity='" + endpoint + "'/></modifyEndpoint>";
    }

    @Test
    @Requirement("C3P-2.2.2.5-01")
    void nobodyHasTwoRoles() {
        String two = "<ci:entry>presenter</ci:entry><ci:entry>attendee</ci:entry>";
        Line watching = alice.line(alice.subscribe());
        malformed(user("modifyUserRoles", BOB, "<ci:user-roles>" + two + "</ci:user-roles>"));
        malformed(dialOut(chat(), DAVE).replace("<ci:endpoint", "<ci:roles>" + two + "</ci:roles><ci:endpoint"));
        malformed(
                dialOut(chat(), DAVE).replace("</ci:endpoint>", "<msci:roles>" + two + "</msci:roles></ci:endpoint>"));
        Phone dave = house.phone(DAVE);
        for (String role : List.of("<ci:roles>" + two + "</ci:roles>", "")) {
            String roles = role.isEmpty() ? SipHouse.roles("attendee") : role;
            String endpoint = role.isEmpty() ? "<msci:roles>" + two + "</msci:roles>" : "";
            SipResponse refused = dave.ask(dave.invite()
                    .with(house.command(
                            DAVE,
                            conference,
                            "1",
                            SipHouse.addUser(
                                    conference,
                                    SipHouse.user(
                                            DAVE,
                                            roles + "<ci:endpoint entity='{d}'>" + endpoint + "</ci:endpoint>")))));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(House.response(refused.body().bytes()).anyReason()).contains(Reason.REQUEST_MALFORMED);
        }
        answer(organizer, dialOut(chat(), DAVE));
        answer(
                organizer,
                user("modifyUserRoles", BOB, "<ci:user-roles><ci:entry>presenter</ci:entry></ci:user-roles>"));
        assertThat(watching.roster().role(BOB)).isEqualTo("presenter");
        watching.roster().documents().forEach(CommandsOverSipTest::hasOneRoleEach);
    }

    private static void hasOneRoleEach(Element element) {
        if (element.name().local().equals("roles")) {
            assertThat(element.elements()).hasSize(1);
        }
        element.elements().forEach(CommandsOverSipTest::hasOneRoleEach);
    }

    @Test
    @Requirement({"C3P-2.2.3.9-03", "C3P-2.2.3.9-04", "C3P-2.2.3.9-05", "C3P-D4-12"})
    void theSettingsOfALockComeAllThreeOrNotAtAllAndAreWhatTheyMayBe() {
        String locked = "<locked>true</locked>";
        String policy = "<msci:admission-policy>anonymous</msci:admission-policy>";
        String promote = "<msci:autopromote>0</msci:autopromote>";
        String bypass = "<msci:pstn-lobby-bypass>true</msci:pstn-lobby-bypass>";
        for (String some : List.of(policy, promote, bypass, policy + promote, promote + bypass, policy + bypass)) {
            malformed(lock(locked + some));
        }
        malformed(lock(locked + policy.replace("anonymous", "open") + promote + bypass));
        malformed(lock(locked + policy + promote.replace("0", "all") + bypass));
        malformed(lock(locked + policy + promote + bypass.replace("true", "maybe")));
        Line watching = alice.line(alice.subscribe());
        assertThat(watching.roster().locked(conference)).isEqualTo("false");
    }

    @Test
    @Requirement({"C3P-2.2.3.21-01", "C3P-2.2.3.21-02", "C3P-2.2.3.23-01", "C3P-2.2.3.25-01", "C3P-D4-14", "C3P-D4-17"})
    void whatACommandHasToHoldIsThere() {
        String access = "<access>granted</access>";
        String one = "<userEntity>" + BOB + "</userEntity>";
        malformed("<setLobbyAccess>" + keys() + access + "</setLobbyAccess>");
        malformed("<setLobbyAccess>" + keys() + one + "</setLobbyAccess>");
        malformed("<setLobbyAccess>" + keys() + one + "<access>maybe</access></setLobbyAccess>");
        String endpointKeys =
                "<endpointKeys confEntity='" + conference + "' userEntity='" + BOB + "' endpointEntity='{b}'/>";
        malformed("<modifyEndpoint>" + endpointKeys + "</modifyEndpoint>");
        malformed("<modifyEndpoint><ci:endpoint entity='{b}'/></modifyEndpoint>");
        malformed("<modifyEndpoint>" + endpointKeys + "<ci:endpoint entity='{c}'/></modifyEndpoint>");
        malformed(user("deleteUser", BOB, "<endpointEntity>{b}</endpointEntity>"));
        assertThat(house.focus.calls()).isEqualTo(2);
    }

    @Test
    @Requirement({"C3P-2.2.3.15-01", "C3P-2.2.3.15-02", "C3P-2.2.3.15-03", "C3P-2.2.3.17-01"})
    void addUserHasOneUserWithOneEndpointAtMost() {
        malformed("<addUser mscp:mcuUri='" + chat() + "'>" + keys() + "</addUser>");
        String dave = "<ci:user entity='" + DAVE + "'/>";
        malformed("<addUser mscp:mcuUri='" + chat() + "'>" + keys() + dave + dave + "</addUser>");
        malformed("<addUser mscp:mcuUri='" + chat() + "'>" + keys() + "<ci:user entity='tel:+1'/></addUser>");
        malformed("<addUser mscp:mcuUri='" + chat() + "'>" + keys() + "<ci:user entity='" + DAVE
                + "'><ci:endpoint entity='{a}'/><ci:endpoint entity='{b}'/></ci:user></addUser>");
        malformed(dialOut(chat(), DAVE).replace("dialed-out", "dialed-in"));
        String roles = "<ci:roles><ci:entry>attendee</ci:entry><ci:entry>attendee</ci:entry></ci:roles>";
        malformed("<addUser mscp:mcuUri='" + chat() + "'>" + keys() + "<ci:user entity='" + DAVE + "'>" + roles
                + "</ci:user></addUser>");
        assertThat(house.house.mcus.state(house.house.running(McuType.CHAT)).users())
                .isEmpty();
    }

    @Test
    @Requirement({"C3P-2.2.3.27-01", "C3P-2.2.3.27-02", "C3P-2.2.3.27-03", "C3P-2.2.3.27-04"})
    void modifyConferenceHasOneEntityViewOfTheMcu() {
        String view = "<msci:entity-view entity='" + chat() + "'/>";
        String viewed = "<msci:conference-view>" + view + "</msci:conference-view>";
        malformed(modify("", viewed));
        malformed(modify("mscp:mcuUri=''", viewed));
        malformed(modify("mscp:mcuUri='" + chat() + "'", "<ci:users/>" + viewed));
        malformed(modify("mscp:mcuUri='" + chat() + "'", "<msci:conference-view/>"));
        malformed(modify("mscp:mcuUri='" + chat() + "'", viewed.replace(view, view + view)));
        malformed(modify("mscp:mcuUri='" + chat() + "'", viewed.replace(chat(), conference)));
    }

    private String modify(String attributes, String content) {
        return "<modifyConference " + attributes + "><ci:conference-info entity='" + conference + "'>" + content
                + "</ci:conference-info></modifyConference>";
    }

    @Test
    @Requirement({"C3P-3.5.4.2.3.1-01", "C3P-3.5.4.2.3.1-02"})
    void whatIsNotThereNowIs503AndWhatNeverWillBeIs603() {
        house.house.mcus.script(McuType.CHAT).overload(true);
        SipResponse later = organizer.info("31", dialOut(chat(), DAVE));
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.header("Retry-After")).isPresent();
        SipResponse never = organizer.info("32", dialOut(chat().replace(":chat:", ":audio-video:"), DAVE));
        assertThat(never.status()).isEqualTo(603);
        assertThat(never.body().isEmpty()).isTrue();
        assertThat(organizer.responses()).isEmpty();
    }

    @Test
    void commandsBeyondWhatOneMayHaveOpenAre503() {
        house.house.mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(60));
        for (int i = 0; i < 64; i++) {
            assertThat(organizer
                            .info("1" + i, dialOut(chat(), "sip:u" + i + "@example.com"))
                            .status())
                    .isEqualTo(202);
        }
        assertThat(organizer.info("999", lock()).status()).isEqualTo(503);
        assertThat(attendee.info("1", dialOut(chat(), BOB)).status())
                .as("somebody else")
                .isEqualTo(202);
        house.pass(Duration.ofSeconds(61));
        assertThat(organizer.info("1000", lock()).status()).isEqualTo(202);
    }

    @Test
    @Requirement({"C3P-D4-06", "C3P-D4-07"})
    void whatAnAttendeeMayNotIsUnauthorizedAndChangesNothing() {
        Line watching = bob.line(bob.subscribe());
        int known = watching.roster().documents().size();
        for (String command : List.of(
                lock(),
                "<deleteConference>" + keys() + "</deleteConference>",
                "<getConference>" + keys() + "</getConference>",
                modify(
                        "mscp:mcuUri='" + chat() + "'",
                        "<msci:conference-view><msci:entity-view entity='" + chat() + "'/></msci:conference-view>"),
                user("deleteUser", ALICE, ""),
                user("modifyUserRoles", ALICE, "<ci:user-roles><ci:entry>attendee</ci:entry></ci:user-roles>"),
                user("modifyUserRoles", BOB, "<ci:user-roles><ci:entry>presenter</ci:entry></ci:user-roles>"),
                "<setLobbyAccess>" + keys() + "<userEntity>" + CAROL + "</userEntity><access>granted</access>"
                        + "</setLobbyAccess>",
                dialOut(chat(), DAVE))) {
            assertThat(failure(attendee, command)).as(command).isEqualTo(Reason.UNAUTHORIZED);
        }
        assertThat(watching.roster().documents()).hasSize(known);
    }

    @Test
    @Requirement({"C3P-D4-05", "C3P-3.5.4.2.3.2-04", "C3P-3.5.4.2.3.2-05", "C3P-2.2.3.15-08"})
    void whatCannotBeDoneIsToldByItsReason() {
        assertThat(failure(organizer, "<x:makeCoffee xmlns:x='urn:x'/>")).isEqualTo(Reason.NOT_SUPPORTED);
        assertThat(failure(organizer, user("deleteUser", CAROL, ""))).isEqualTo(Reason.USER_DOESNT_EXIST);
        assertThat(failure(
                        organizer,
                        user("modifyUserRoles", CAROL, "<ci:user-roles><ci:entry>attendee</ci:entry></ci:user-roles>")))
                .isEqualTo(Reason.USER_DOESNT_EXIST);
        assertThat(failure(
                        organizer,
                        "<modifyEndpoint><endpointKeys confEntity='" + conference + "' userEntity='" + BOB
                                + "' endpointEntity='{x}'/><ci:endpoint entity='{x}'/></modifyEndpoint>"))
                .isEqualTo(Reason.ENDPOINT_DOESNT_EXIST);
        String sharing = house.house.mcu(McuType.APPLICATION_SHARING).toString();
        assertThat(failure(organizer, dialOut(sharing, DAVE))).isEqualTo(Reason.NOT_SUPPORTED);
    }

    @Test
    @Requirement("C3P-4.4.3-05")
    void anEjectionAtWhichTheServerFailsTellsWhomItWasAboutAndLeavesHim() {
        Line watching = alice.line(alice.subscribe());
        house.house.memory.faults().failCommit(1);
        C3pResponse failed = answer(organizer, user("deleteUser", BOB, ""));
        otherFailure(failed);
        Answer.OfUser told = (Answer.OfUser) failed.command().orElseThrow().answer();
        assertThat(told.conferenceKeys()).contains(ConferenceKeys.of(house.house.conference));
        assertThat(told.user().map(C3pUser::entity)).contains(SipUri.of(BOB));
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(attendee.heard()).isEmpty();
    }

    @Test
    @Requirement("C3P-4.4.4-04")
    void anEndAtWhichTheServerFailsDisconnectsNobody() {
        house.house.memory.faults().failCommit(1);
        otherFailure(answer(organizer, "<deleteConference>" + keys() + "</deleteConference>"));
        assertThat(attendee.heard()).isEmpty();
        assertThat(organizer.methods()).containsExactly("INFO");
        assertThat(house.focus.calls()).isEqualTo(2);
        assertThat(failure(attendee, lock())).as("the conference goes on").isEqualTo(Reason.UNAUTHORIZED);
    }

    private static void otherFailure(C3pResponse response) {
        assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(response.command().orElseThrow().reason()).contains(Reason.OTHER_FAILURE);
        assertThat(response.diagnostics().value(DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC))
                .isPresent();
    }

    @Test
    @Requirement("C3P-2.2.3.2.2-01")
    void aFailureOfSeveralCausesIsToldInOneDiagnosticsInfo() {
        house.house.provision("<modifyConference><ci:conference-info entity='" + conference
                + "'><ci:conference-description><msci:conference-id>" + House.ID + "</msci:conference-id>"
                + "<msci:anonymous-type-allowed>false</msci:anonymous-type-allowed>"
                + "<msci:autopromote-allowed>0</msci:autopromote-allowed>"
                + "<msci:pstn-lobby-bypass-allowed>false</msci:pstn-lobby-bypass-allowed>"
                + "</ci:conference-description></ci:conference-info></modifyConference>");
        organizer.info(
                "61",
                lock(
                        "<locked>true</locked><msci:admission-policy>anonymous</msci:admission-policy>"
                                + "<msci:autopromote>2147483648</msci:autopromote><msci:pstn-lobby-bypass>true</msci:pstn-lobby-bypass>"));
        house.moment();
        String body = organizer.heard("INFO").get(0).body().text();
        assertThat(body.split("<[\\w:]*diagnostics-info", -1)).as(body).hasSize(2);
        assertThat(organizer.responses("61").get(0).diagnostics().entries())
                .extracting(DiagnosticsInfo.Entry::value)
                .satisfiesExactlyInAnyOrder(
                        cause -> assertThat(cause).contains("admission-policy"),
                        cause -> assertThat(cause).contains("autopromote"),
                        cause -> assertThat(cause).contains("pstn-lobby-bypass"));
    }

    @Test
    @Requirement("C3P-D4-04")
    void aRepeatedRequestIsAnsweredAgainAndNotExecutedAgain() {
        String eject = user("deleteUser", BOB, "");
        assertThat(organizer.info("9", eject).status()).isEqualTo(202);
        bob.join();
        assertThat(organizer.info("9", eject).status()).isEqualTo(202);
        assertThat(organizer.responses("9")).hasSize(2);
        assertThat(organizer.responses("9").get(0))
                .isEqualTo(organizer.responses("9").get(1));
        assertThat(house.focus.calls()).isEqualTo(2);
        organizer.info("10", eject);
        assertThat(house.focus.calls()).isEqualTo(1);
    }

    @Test
    @Requirement({"C3P-3.5.5.2.1-01", "C3P-D4-15", "C3P-I-14"})
    void everyAnswerOfAnMcuIsPassedOn() {
        SipUri dave = SipUri.of(DAVE);
        house.house.mcus.script(McuType.CHAT).calleeRings(dave);
        assertThat(organizer.info("41", dialOut(chat(), DAVE)).status()).isEqualTo(202);
        house.pass(Duration.ofSeconds(28));
        house.house.mcus.refuse(dave, 486);
        house.moment();
        List<C3pResponse> responses = organizer.responses("41");
        assertThat(responses)
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.PENDING, C3pCode.PENDING, C3pCode.FAILURE);
        assertThat(responses.get(2).diagnostics().entries().toString()).contains("486");
        assertThat(responses.get(2).anyReason()).contains(Reason.USER_BUSY);
    }

    @Test
    void aCommandThatTakesLongIsPendingAfter28Seconds() {
        house.house.mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(40));
        organizer.info("51", dialOut(chat(), DAVE));
        house.pass(Duration.ofMillis(27_600));
        assertThat(organizer.responses("51")).isEmpty();
        house.pass(Duration.ofMillis(500));
        assertThat(organizer.responses("51")).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING);
        house.pass(Duration.ofSeconds(13));
        assertThat(organizer.responses("51"))
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.PENDING, C3pCode.SUCCESS);
    }

    @Test
    void commandsOfOneWhoLeavesMeanwhileAreAnsweredToNobody() {
        house.house.mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(10));
        Phone carol = house.phone(CAROL);
        Line third = carol.join();
        C3pRequest request = House.read(
                House.request(CAROL, conference, "1", dialOut(chat(), CAROL).replace("dialed-out", "dialed-in")));
        assertThat(third.info("1", request.command()).status()).isEqualTo(202);
        third.bye();
        house.pass(Duration.ofSeconds(20));
        assertThat(third.heard()).isEmpty();
        assertThat(house.focus.calls()).isEqualTo(2);
    }
}
