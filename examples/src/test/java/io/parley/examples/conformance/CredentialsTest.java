package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who asks, and whether he has to prove it: codes 421 to 424, and 401 for the credentials of another. */
class CredentialsTest {

    private static final String NOBODY = "xcon-userid:nobody@example.com";

    @Test
    @Requirement("CCMP-5.4-10")
    void whoIsUnknownIs421WhateverHeWants() {
        House house = House.closed(parley -> parley);
        String conference = house.conferenceOf(ALICE);

        for (CcmpRequest request : everyCellOfTable1(NOBODY, conference)) {
            CcmpResponse response = house.ask(request);

            assertThat(response.code()).as(request.action()).isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
            assertThat(response.reason()).contains(NOBODY);
        }
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-5.4-11")
    void aWrongConferencePasswordIs422() {
        House house = House.open();
        String conference = Protected.conference(house, ALICE, "8601");

        CcmpResponse response = house.ask(join(BOB, conference).conferencePassword("8602"));

        assertThat(response.code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        assertThat(response.version()).isEmpty();
        assertThat(response.reason()).doesNotContain("8601");
        assertThat(rosterOf(house, conference)).isEqualTo(1);
    }

    @Test
    @Requirement("FLOW-6.5-01")
    void aJoinWithoutThePasswordIs423() {
        House house = House.open();
        String conference = Protected.conference(house, ALICE, "8601");

        CcmpResponse response = house.ask(join(BOB, conference));

        assertThat(response.code()).isEqualTo(ResponseCode.CONFERENCE_PASSWORD_REQUIRED);
        assertThat(response.operation()).contains(Operation.CREATE);
        assertThat(response.body()).isEqualTo(Body.none());
        assertThat(rosterOf(house, conference)).isEqualTo(1);
    }

    @Test
    @Requirement("FLOW-6.5-02")
    void theSameJoinWithThePasswordIs200() {
        House house = House.open();
        String conference = Protected.conference(house, ALICE, "8601");

        CcmpResponse response = house.done(join(BOB, conference).conferencePassword("8601"));

        assertThat(response.version().orElseThrow().value()).isEqualTo(3);
        assertThat(rosterOf(house, conference)).isEqualTo(2);
    }

    @Test
    @Requirement("CCMP-5.4-12")
    void whereASubjectIsRequiredItsAbsenceIs424() {
        House house = knowingAlice(SubjectMode.REQUIRED);

        assertThat(house.ask(CcmpRequest.of(Message.CONFS, ALICE)).code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        house.done(CcmpRequest.of(Message.CONFS, ALICE).subject("Alice83", "13011983"));
    }

    @Test
    @Requirement("CCMP-5.4-13")
    void credentialsThatDoNotBelongTogetherAre424() {
        House house = knowingAlice(SubjectMode.REQUIRED);
        CcmpRequest request = CcmpRequest.of(Message.CONFS, ALICE);

        assertThat(house.ask(request.subject("Alice83", "wrong")).code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(house.ask(request.subject("nobody", "13011983")).code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
    }

    @Test
    @Requirement("CCMP-D1-09")
    void anOptionalSubjectMayBeMissingButNotWrong() {
        House house = knowingAlice(SubjectMode.OPTIONAL);
        CcmpRequest request = CcmpRequest.of(Message.CONFS, ALICE);

        house.done(request);
        assertThat(house.ask(request.subject("Alice83", "wrong")).code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
    }

    @Test
    @Requirement("CCMP-D1-10")
    void whereNoSubjectIsAskedForNobodyIsRefusedForIt() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        for (CcmpRequest request : everyCellOfTable1(ALICE, conference)) {
            assertThat(house.ask(request).code())
                    .as(request.action())
                    .isNotEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        }
    }

    @Test
    @Requirement("CCMP-D1-11")
    void theSubjectOfAnotherIs401() {
        House house = knowingAlice(SubjectMode.OPTIONAL);

        CcmpResponse response = house.ask(conf(Operation.CREATE, BOB).subject("Alice83", "13011983"));

        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.reason()).contains(BOB).doesNotContain(ALICE);
    }

    private static House knowingAlice(SubjectMode mode) {
        House house = House.closed(parley -> parley.subjectMode(mode));
        house.memory().authenticator().register("Alice83", "13011983", XconUserId.of(ALICE));
        return house;
    }

    /** Every message with every operation, each with the parameters that it needs. */
    private static List<CcmpRequest> everyCellOfTable1(String sender, String conference) {
        List<CcmpRequest> cells = new ArrayList<>();
        for (Message message : Message.values()) {
            for (Operation operation : Operation.values()) {
                CcmpRequest cell =
                        CcmpRequest.of(message, sender).operation(operation).on(conference);
                boolean clones =
                        operation == Operation.CREATE && (message == Message.CONF || message == Message.BLUEPRINT);
                cells.add(clones ? cell : cell.body(body(message, conference)));
            }
        }
        return cells;
    }

    private static Body body(Message message, String conference) {
        return switch (message) {
            case BLUEPRINT -> new Body.Info(confInfo(AUDIO_ROOM, ""));
            case USERS -> new Body.Info(usersInfo(""));
            case USER -> new Body.Info(userInfo(ALICE, ""));
            case EXTENDED -> new Body.Extension("confSummaryRequest", List.<Element>of());
            case OPTIONS, BLUEPRINTS, CONFS, SIDEBARS_BY_VAL, SIDEBARS_BY_REF -> Body.none();
            default -> new Body.Info(confInfo(conference, ""));
        };
    }

    /** How many users stand in the roster of a conference with the password 8601. */
    private static int rosterOf(House house, String conference) {
        return house.done(users(Operation.RETRIEVE, ALICE).on(conference).conferencePassword("8601"))
                .body()
                .info()
                .orElseThrow()
                .count(Info.USER);
    }
}
