package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.aor;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Roster.joinBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XCON-USERIDs: their form, how they are compared, what belongs to one (RFC 6501 section 4.6.5). */
class UserIdentityTest {

    private static final String SHOUTING = "XCON-USERID:BOB@EXAMPLE.COM";

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("DM-4.6.5-01")
    void twoRecordsOfOneUserAre400() {
        CcmpResponse response = house.ask(users(Operation.UPDATE, ALICE)
                .on(conference)
                .info(usersInfo("<info:user entity='" + BOB + "'/><info:user entity='" + SHOUTING + "'/>")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("DM-4.6.5-02")
    void anIdMayHoldWhatTheExamplesHold() {
        for (String good : List.of("Alice@example.com", "a+b=c/d:e@example.com", "j%20d@example.com", "plain")) {
            house.done(users(Operation.UPDATE, ALICE)
                    .on(conference)
                    .info(usersInfo("<info:user entity='xcon-userid:" + good + "'/>")));
        }
        for (String bad : List.of("xcon-userid:a b", "xcon-userid:a&lt;b", "xcon-userid:", "sip:bob@example.com")) {
            assertThat(house.ask(users(Operation.UPDATE, ALICE)
                                    .on(conference)
                                    .info(usersInfo("<info:user entity='" + bad + "'/>")))
                            .code())
                    .as(bad)
                    .isEqualTo(ResponseCode.BAD_REQUEST);
        }
    }

    @Test
    @Requirement({"CCMP-D6-22", "DM-4.6.5-03"})
    void idsAreComparedInLowerCaseAndKeptAsFirstWritten() {
        house.done(join(BOB, conference));

        assertThat(house.ask(join(SHOUTING, conference)).code()).isEqualTo(ResponseCode.CONFLICT);
        house.done(user(Operation.UPDATE, ALICE).on(conference).info(userInfo(SHOUTING, "")));
        assertThat(Roster.ids(house, conference, SHOUTING)).containsExactly(ALICE, BOB);
        house.done(user(Operation.DELETE, SHOUTING).on(conference));
        house.done(join(SHOUTING, conference));
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    @Requirement("CCMP-D6-22")
    void whoIsAddedStandsInTheRosterAsHeIsKnown() {
        house.done(CcmpRequest.of(Message.CONFS, BOB));

        house.done(add(ALICE, conference, SHOUTING));

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    @Requirement("CCMP-D6-22")
    void conferencesAreFoundInAnyCase() {
        String shouting = conference.replace("example.com", "EXAMPLE.com").replace("xcon:", "XCON:");

        CcmpResponse found = house.done(conf(Operation.RETRIEVE, ALICE).on(shouting));

        assertThat(found.confObjId()).contains(conference);
        assertThat(house.done(join(BOB, shouting)).confObjId()).contains(conference);
    }

    @Test
    @Requirement("DM-4.6.5-04")
    void nothingButCaseIsFolded() {
        for (String id : List.of("a.b", "a-b", "a%2Eb", "a_b")) {
            house.done(join("xcon-userid:" + id + "@example.com", conference));
        }
        assertThat(Roster.ids(house, conference, ALICE)).hasSize(5);
    }

    @Test
    void severalContactsLeadToOneId() {
        house.done(join(BOB, conference)
                .info(userInfo(
                        BOB,
                        endpoint("sip:bob83@example.net")
                                + endpoint("h323:bob@example.net")
                                + aor("mailto:bob@example.net"))));

        for (String contact : List.of("sip:bob83@example.net", "h323:bob@example.net", "mailto:bob@example.net")) {
            String other = house.conferenceOf(ALICE);
            assertThat(house.done(joinBy(contact, other)).confUserId()).isEqualTo(BOB);
            assertThat(Roster.ids(house, other, BOB)).containsExactly(ALICE, BOB);
        }
    }

    @Test
    void aContactThatBelongsToSomebodyStaysHis() {
        house.done(join(BOB, conference).info(userInfo(BOB, endpoint("sip:bob83@example.net"))));
        house.done(user(Operation.UPDATE, ALICE).on(conference).info(userInfo(ALICE, aor("sip:bob83@example.net"))));

        assertThat(house.done(joinBy("sip:bob83@example.net", house.conferenceOf(ALICE)))
                        .confUserId())
                .isEqualTo(BOB);
    }

    @Test
    void inAnOpenSystemTheHomeContactLeadsToTheUser() {
        assertThat(house.done(joinBy("sip:dan@example.com", conference)).confUserId())
                .isEqualTo("xcon-userid:dan@example.com");
    }
}
