package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Reason;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.ports.in.FocusService.McuId;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** MCUs that are slow, fail or die, and those that execute what they are asked (MS-CONFBAS sections 3.1.4.1 and 3.5.5.2), for clients by SIP. */
class McusOverSipTest {

    private static final String BOBS_MEDIUM = "<ci:media id='1'><ci:type>audio</ci:type></ci:media>";

    private final SipHouse house = new SipHouse(Plan.STANDARD.with(
            McuProfile.plain(McuType.CHAT), McuProfile.plain(McuType.APPLICATION_SHARING), McuProfile.audioVideo()));
    private final String conference = house.house.conference.toString();
    private final Phone alice = house.phone(ALICE);

    @AfterEach
    void nothingIsLeft() {
        house.house.provision(
                "<deleteConference><conferenceKeys msci:conference-id='" + House.ID + "'/></deleteConference>");
        house.nothingIsLeft();
    }

    private Line watching() {
        return alice.line(alice.subscribe());
    }

    private String mcu(McuType type) {
        return house.house.mcu(type).toString();
    }

    private static List<C3pResponse> answers(Line line, String requestId, String command) {
        assertThat(line.info(requestId, command).status()).as(command).isEqualTo(202);
        return line.responses(requestId);
    }

    private String dialOut(String attributes) {
        return "<addUser mscp:mcuUri='" + mcu(McuType.CHAT) + "'><conferenceKeys confEntity='" + conference
                + "'/><ci:user entity='" + DAVE + "'><ci:endpoint entity='{o}' " + attributes
                + "><ci:joining-method>dialed-out</ci:joining-method></ci:endpoint></ci:user></addUser>";
    }

    @Test
    @Requirement("C3P-D2-20")
    void theFirstToCallIsAnsweredBeforeTheMcusAreUpWhichBeginTogether() {
        house.house.mcus.types().forEach(type -> house.house.mcus.script(type).startAfter(Duration.ofSeconds(1)));
        assertThat(alice.ask(alice.invite()).status()).isEqualTo(200);
        Line watching = watching();
        assertThat(watching.roster().views()).containsExactly(conference);
        house.pass(Duration.ofSeconds(1));
        assertThat(watching.roster().views())
                .containsExactlyInAnyOrder(
                        conference, mcu(McuType.CHAT), mcu(McuType.APPLICATION_SHARING), mcu(McuType.AUDIO_VIDEO));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 7"})
    @Requirement("C3P-D2-21")
    void anMcuThatFailsIsTriedAgainLaterEachTime(int failures, int seconds) {
        house.house.mcus.script(McuType.CHAT).failAtStart(true);
        alice.ask(alice.invite());
        Line watching = watching();
        Duration passed = House.MOMENT.multipliedBy(2);
        Duration last = Duration.ofSeconds((1L << (failures - 1)) - 1);
        if (last.compareTo(passed) > 0) {
            house.pass(last.minus(passed).plusMillis(1));
            passed = last.plusMillis(1);
        }
        house.house.mcus.script(McuType.CHAT).failAtStart(false);
        house.pass(Duration.ofSeconds(seconds).minus(passed).minusMillis(1));
        assertThat(chats(watching)).as("before its time").isZero();
        house.pass(House.MOMENT);
        assertThat(chats(watching)).isEqualTo(1);
    }

    private static long chats(Line watching) {
        return watching.roster().views().stream()
                .filter(view -> view.contains(":chat:"))
                .count();
    }

    @Test
    @Requirement("C3P-3.5.4.2.3.2-02")
    void anMcuThatIsOverloadedSaysThatTheCommandMayBeSentAgain() {
        Line line = alice.join();
        house.house.mcus.script(McuType.CHAT).refuse(Reason.SERVER_BUSY);
        List<C3pResponse> busy = answers(line, "7", dialOut(""));
        assertThat(busy).extracting(C3pResponse::code).containsExactly(C3pCode.FAILURE);
        assertThat(busy.get(0).reason()).contains(Reason.SERVER_BUSY);
        house.house.mcus.script(McuType.CHAT).accept();
        assertThat(answers(line, "8", dialOut("")))
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.SUCCESS);
    }

    @Test
    @Requirement("C3P-D6-01")
    void anMcuThatIsSlowOrFailsOrDiesIsShownByWhatTheClientIsTold() {
        house.house.mcus.script(McuType.CHAT).startAfter(Duration.ofSeconds(2));
        house.house.mcus.script(McuType.AUDIO_VIDEO).failAtStart(true);
        Line line = alice.join();
        Line watching = watching();
        assertThat(watching.roster().views()).containsExactly(conference, mcu(McuType.APPLICATION_SHARING));
        house.pass(Duration.ofSeconds(2));
        assertThat(chats(watching)).isEqualTo(1);
        house.house.mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(30));
        assertThat(answers(line, "7", dialOut(""))).isEmpty();
        house.pass(Duration.ofSeconds(30));
        assertThat(line.responses("7")).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING, C3pCode.SUCCESS);
        house.house.mcus.script(McuType.CHAT).answerAfter(Duration.ZERO).refuse(Reason.OTHER_FAILURE);
        assertThat(answers(line, "8", dialOut("")).get(0).anyReason()).contains(Reason.OTHER_FAILURE);
        house.house.mcus.script(McuType.CHAT).accept().failAtStart(true).dieOfNextCommand();
        assertThat(answers(line, "9", dialOut("")))
                .extracting(response -> response.reason().orElseThrow())
                .containsExactly(Reason.SERVER_BUSY);
        house.moment();
        assertThat(chats(watching)).isZero();
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement("C3P-D5-02")
    void anInvalidReportIsRejectedWholeAndLoggedOnce() {
        alice.join();
        Line watching = watching();
        McuId chat = house.house.running(McuType.CHAT);
        house.house.mcus.change(chat, state -> state.with(connected(DAVE, "{d}")));
        house.moment();
        int known = watching.roster().documents().size();
        Element good = users(connected(BOB, "{b}").element());
        Element twice = users(C3pUser.of(SipUri.of(BOB))
                .withEndpoints(List.of(C3pEndpoint.of("{b}"), C3pEndpoint.of("{c}")))
                .element());
        Element foreign = view(mcu(McuType.AUDIO_VIDEO), "");
        Element large = view(mcu(McuType.CHAT), "x".repeat(2048));
        for (List<Element> parts : List.of(List.of(twice), List.of(good, foreign), List.of(good, large))) {
            List<ILoggingEvent> logged = logged(() -> house.house.parley.focus().report(chat, document(parts)));
            assertThat(logged)
                    .as("%s", parts)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).contains(chat.uri().toString(), "rejected"));
        }
        house.moment();
        assertThat(watching.roster().documents()).hasSize(known);
        house.house.parley.focus().report(chat, document(List.of(good)));
        house.moment();
        assertThat(watching.roster().endpoints(BOB)).as("what is valid counts").containsExactly("chat connected");
    }

    private static C3pUser connected(String who, String endpoint) {
        return C3pUser.of(SipUri.of(who))
                .withEndpoints(List.of(C3pEndpoint.of(endpoint).withStatus("connected")));
    }

    private static Element users(Element user) {
        return ElementType.foreign(C3pNames.ci("users"))
                .empty()
                .withAttribute(Attributes.STATE, "partial")
                .with(user);
    }

    private static Element view(String entity, String word) {
        return ElementType.foreign(C3pNames.CONFERENCE_VIEW)
                .empty()
                .with(ElementType.foreign(C3pNames.ENTITY_VIEW)
                        .empty()
                        .withAttribute(C3pNames.ENTITY, entity)
                        .with(ElementType.foreign(C3pNames.msci("entity-state"))
                                .empty()
                                .with(ElementType.foreign(C3pNames.msci("displayText"))
                                        .empty()
                                        .withText(word))));
    }

    /** The third report of the MCU: its first document told of itself, its second of Dave. */
    private Element document(List<Element> parts) {
        Element document = ElementType.foreign(C3pNames.CONFERENCE_INFO)
                .empty()
                .withAttribute(Attributes.ENTITY, conference)
                .withAttribute(Attributes.STATE, "partial")
                .withAttribute(Attributes.VERSION, "3");
        for (Element part : parts) {
            document = document.with(part);
        }
        return document;
    }

    private static List<ILoggingEvent> logged(Runnable work) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.parley");
        logger.addAppender(log);
        work.run();
        logger.detachAppender(log);
        return log.list;
    }

    @Test
    @Requirement({"C3P-D4-09", "C3P-D4-19"})
    void whateverAPresenterAsksIsExecutedByTheFocusOrByTheMcuThatItConcerns() {
        Line line = alice.join();
        Phone bob = house.phone(BOB);
        bob.join();
        house.house.mcus.change(house.house.running(McuType.AUDIO_VIDEO), state -> state.with(connected(BOB, "{av}")));
        String sound = mcu(McuType.AUDIO_VIDEO);
        String keys = "<conferenceKeys confEntity='" + conference + "'/>";
        String bobs = "confEntity='" + conference + "' userEntity='" + BOB + "'";
        String media = "<mediaKeys " + bobs + " endpointEntity='{av}' mediaId='1'/>";
        for (String command : List.of(
                "<modifyConferenceAnnouncements mscp:mcuUri='%s'>" + keys
                        + "<enabled>false</enabled></modifyConferenceAnnouncements>",
                "<addEndpointMedia mscp:mcuUri='%s'>" + media + BOBS_MEDIUM + "</addEndpointMedia>",
                "<modifyEndpointMedia mscp:mcuUri='%s'>" + media
                        + "<ci:media id='1'><ci:type>audio</ci:type><cis:separator/>"
                        + "<msci:media-ingress-filter>block</msci:media-ingress-filter></ci:media>"
                        + "</modifyEndpointMedia>",
                "<modifyUsersMediaFilters mscp:mcuUri='%s'>" + keys
                        + "<mediaLabel>main-audio</mediaLabel><ingressFilter>block</ingressFilter>"
                        + "</modifyUsersMediaFilters>",
                "<deleteEndpointMedia mscp:mcuUri='%s'>" + media + "</deleteEndpointMedia>",
                "<modifyUser mscp:mcuUri='%s'>" + keys + "<ci:user entity='" + BOB
                        + "'><ci:display-text>Robert</ci:display-text></ci:user></modifyUser>",
                "<modifyConference mscp:mcuUri='%s'><ci:conference-info entity='" + conference
                        + "'><msci:conference-view><msci:entity-view entity='%s'/></msci:conference-view>"
                        + "</ci:conference-info></modifyConference>")) {
            C3pResponse response = answer(line, command.replace("%s", sound));
            assertThat(response.code()).as("%s", response).isEqualTo(C3pCode.SUCCESS);
            assertThat(response.responder()).as(command).contains(SipUri.of(sound));
        }
        assertThat(answer(line, dialOut("")).responder()).contains(SipUri.of(mcu(McuType.CHAT)));
        for (String command : List.of(
                "<getConference>" + keys + "</getConference>",
                "<modifyConferenceLock>" + keys + "<locked>true</locked></modifyConferenceLock>",
                "<modifyUserRoles><userKeys " + bobs
                        + "/><ci:user-roles><ci:entry>presenter</ci:entry></ci:user-roles></modifyUserRoles>",
                "<setLobbyAccess>" + keys + "<userEntity>" + BOB
                        + "</userEntity><access>granted</access></setLobbyAccess>",
                "<modifyEndpoint><endpointKeys " + bobs + " endpointEntity='" + bob.device + "'/><ci:endpoint entity='"
                        + bob.device + "'/></modifyEndpoint>",
                "<deleteUser><userKeys " + bobs + "/></deleteUser>",
                "<deleteConference>" + keys + "</deleteConference>")) {
            C3pResponse response = answer(line, command);
            assertThat(response.code()).as("%s", response).isEqualTo(C3pCode.SUCCESS);
        }
    }

    private static C3pResponse answer(Line line, String command) {
        List<C3pResponse> responses = answers(line, line.fresh(), command);
        assertThat(responses).as(command).hasSize(1);
        return responses.get(0);
    }

    @Test
    @Requirement("C3P-2.2.3.15-04")
    void whomAnMcuCallsIsReachedBySipOrByTelephone() {
        Line line = alice.join();
        for (String attribute : List.of("msci:endpoint-uri", "msci:refer-to-uri")) {
            SipResponse refused = line.info("7", dialOut(attribute + "='mailto:dave@example.com'"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(House.response(refused.body().bytes()).anyReason()).contains(Reason.REQUEST_MALFORMED);
            for (String uri : List.of("tel:+15550100", DAVE)) {
                assertThat(answer(line, dialOut(attribute + "='" + uri + "'")).code())
                        .isEqualTo(C3pCode.SUCCESS);
                C3pEndpoint called = house.house
                        .mcus
                        .state(house.house.running(McuType.CHAT))
                        .user(SipUri.of(DAVE))
                        .flatMap(C3pUser::endpoint)
                        .orElseThrow();
                assertThat(attribute.endsWith("endpoint-uri") ? called.endpointUri() : called.referToUri())
                        .contains(SipUri.of(uri));
            }
        }
    }

    @Test
    @Requirement("C3P-2.2.3.2.2-03")
    void aCallThatFailedIsToldInTheFormOfTheHeader() {
        Line line = alice.join();
        house.house.mcus.script(McuType.CHAT).calleeRefuses(SipUri.of(DAVE), 486);
        line.info("7", dialOut(""));
        house.moment();
        C3pResponse failed = line.responses("7").get(0);
        assertThat(failed.diagnostics().entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.key()).isIn("ms-diagnostics", "ms-diagnostics-public");
            assertThat(entry.value()).matches("\\d+;reason=\"486 [^\"]*\";source=\"[^\"]+\"");
        });
    }
}
