package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.aor;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code userRequest} of those who are known (RFC 6503 section 5.3.6). */
class UserRequestTest {

    private final House house = House.closed(parley -> parley);
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-5.3.6-01")
    void aRegisteredUserAsksWithoutBeingAParticipant() {
        house.done(conf(Operation.CREATE, CAROL));
        house.done(CcmpRequest.of(Message.CONFS, BOB));
    }

    @Test
    @Requirement("CCMP-5.3.6-02")
    void theAnswerToACreateMirrorsTheRequestWhateverItsCode() {
        String closed = Protected.conference(house, CAROL, "8601");
        List<CcmpRequest> requests = List.of(
                join(BOB, conference),
                join(BOB, NOWHERE),
                add(ALICE, conference, "xcon-userid:nobody@example.com"),
                join(BOB, closed));
        List<ResponseCode> codes = List.of(
                ResponseCode.SUCCESS,
                ResponseCode.OBJECT_NOT_FOUND,
                ResponseCode.USER_NOT_FOUND,
                ResponseCode.CONFERENCE_PASSWORD_REQUIRED);

        for (int i = 0; i < requests.size(); i++) {
            CcmpResponse response = house.ask(requests.get(i));

            assertThat(response.code()).isEqualTo(codes.get(i));
            assertThat(response.confUserId())
                    .isEqualTo(requests.get(i).confUserId().orElseThrow());
            assertThat(response.confObjId()).isEqualTo(requests.get(i).confObjId());
            assertThat(response.operation()).contains(Operation.CREATE);
        }
    }

    @Test
    @Requirement("CCMP-5.3.6-03")
    void aUserJoinsWithoutUserInfo() {
        house.done(join(BOB, conference));

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    @Requirement("CCMP-5.3.6-04")
    void aUserJoinsWithHisOwnUserInfo() {
        house.done(join(ALICE, conference)
                .info(userInfo(ALICE, aor("mailto:Alice83@example.com") + endpoint("sip:alice_789@example.com"))));

        Element alice = Roster.record(house, conference, ALICE, ALICE);
        assertThat(alice.child(Info.ENDPOINT).orElseThrow().attribute(Attributes.ENTITY))
                .contains("sip:alice_789@example.com");
        assertThat(alice.textAt(Info.ASSOCIATED_AORS, Info.ENTRY, Info.URI)).contains("mailto:Alice83@example.com");
    }

    @Test
    @Requirement("CCMP-5.3.6-05")
    void aUserAddsAnother() {
        CcmpResponse response = house.done(add(ALICE, conference, BOB));

        assertThat(response.confUserId()).isEqualTo(ALICE);
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    @Requirement("CCMP-5.3.6-12")
    void retrieveWithoutUserInfoGivesTheOwnRecord() {
        house.done(join(BOB, conference));

        Element own = house.done(user(Operation.RETRIEVE, BOB).on(conference))
                .body()
                .info()
                .orElseThrow();
        assertThat(own.attribute(Attributes.ENTITY)).contains(BOB);
    }

    @Test
    @Requirement("CCMP-5.3.6-13")
    void retrieveWithUserInfoGivesTheRecordOfWhomItNames() {
        house.done(join(BOB, conference).info(userInfo(BOB, endpoint("sip:bob83@example.com"))));

        Element bob = Roster.record(house, conference, ALICE, BOB);
        assertThat(bob.attribute(Attributes.ENTITY)).contains(BOB);
        assertThat(bob.child(Info.ENDPOINT).orElseThrow().attribute(Attributes.ENTITY))
                .contains("sip:bob83@example.com");
    }

    @Test
    @Requirement("CCMP-5.3.6-14")
    void updateChangesTheUserNamedAndNothingElse() {
        house.done(join(BOB, conference));
        Element alice = Roster.record(house, conference, ALICE, ALICE);

        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(userInfo(BOB, "<info:display-text>Robert</info:display-text>")));

        assertThat(Roster.record(house, conference, ALICE, BOB).childText(Info.DISPLAY_TEXT))
                .contains("Robert");
        assertThat(Roster.record(house, conference, ALICE, ALICE)).isEqualTo(alice);
    }

    @Test
    @Requirement("CCMP-5.3.6-15")
    void aParticipantMayNotUpdateAnother() {
        house.done(join(BOB, conference));
        house.done(join(CAROL, conference));

        CcmpResponse response = house.ask(user(Operation.UPDATE, BOB)
                .on(conference)
                .info(userInfo(CAROL, "<info:roles><info:entry>observer</info:entry></info:roles>")));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(3);
    }

    @Test
    @Requirement({"CCMP-5.3.6-16", "CCMP-5.3.6-18"})
    void deleteWithoutUserInfoRemovesTheSender() {
        house.done(join(BOB, conference));

        CcmpResponse response = house.done(user(Operation.DELETE, BOB).on(conference));

        assertThat(response.body()).isEqualTo(Body.none());
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }

    @Test
    @Requirement({"CCMP-5.3.6-17", "CCMP-5.3.6-18"})
    void deleteWithUserInfoRemovesWhomItNames() {
        house.done(join(BOB, conference));

        CcmpResponse response =
                house.done(user(Operation.DELETE, ALICE).on(conference).info(userInfo(BOB, "")));

        assertThat(response.body()).isEqualTo(Body.none());
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }

    @Test
    @Requirement({"CCMP-5.3.6-19", "CCMP-D3-01"})
    void noObjectAndNoConferenceAre404() {
        for (Operation operation : Operation.values()) {
            for (String nothing : List.of(NOWHERE, AUDIO_ROOM)) {
                assertThat(house.ask(user(operation, ALICE).on(nothing).info(userInfo(ALICE, "")))
                                .code())
                        .as("%s on %s", operation, nothing)
                        .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
            }
        }
    }
}
