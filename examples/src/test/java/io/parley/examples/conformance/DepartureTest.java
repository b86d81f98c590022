package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingSignalling.Bye;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Users leave or are removed, their calls end, and the conference stays. */
class DepartureTest {

    private static final String LAPTOP = "sip:bob83@example.com";
    private static final String PHONE = "tel:+1-972-555-1234";

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-3.2-01")
    void aConferenceOutlivesItsLastUser() {
        house.done(user(Operation.DELETE, ALICE).on(conference));

        Element document = house.documentOf(conference, ALICE);
        assertThat(document.child(Info.USERS).orElseThrow().count(Info.USER)).isZero();
        assertThat(Roster.userCount(house, conference, ALICE)).isZero();
    }

    @Test
    @Requirement({"CCMP-D3-05", "FLOW-8.1-01", "FLOW-8.1-02"})
    void theCallsOfWhomALeaderRemovesEndBeforeTheAnswer() {
        joinByTwoDevices();

        CcmpResponse removed =
                house.done(user(Operation.DELETE, ALICE).on(conference).info(userInfo(BOB, "")));

        assertThat(house.memory().signalling().calls()).containsExactlyInAnyOrder(bye(LAPTOP), bye(PHONE));
        assertThat(removed.version().orElseThrow().value()).isEqualTo(3);
        assertThat(removed.body()).isEqualTo(Body.none());
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }

    @Test
    @Requirement("CCMP-D3-05")
    void theCallsOfWhoLeavesEnd() {
        joinByTwoDevices();

        house.done(user(Operation.DELETE, BOB).on(conference));

        assertThat(house.memory().signalling().calls()).containsExactlyInAnyOrder(bye(LAPTOP), bye(PHONE));
    }

    @Test
    @Requirement("CCMP-D3-04")
    void allAreDisconnectedWhenAConferenceIsDeleted() {
        for (String name : new String[] {"alice", "bob", "carol"}) {
            String id = "xcon-userid:" + name + "@example.com";
            house.done(join(id, conference).info(userInfo(id, endpoint("sip:" + name + "@example.com"))));
        }

        house.done(conf(Operation.DELETE, ALICE).on(conference));

        assertThat(house.memory().signalling().calls())
                .containsExactlyInAnyOrder(
                        bye("sip:alice@example.com"), bye("sip:bob@example.com"), bye("sip:carol@example.com"));
    }

    @Test
    @Requirement("CCMP-D5-04")
    void theStateDeletedRemovesAUser() {
        joinByTwoDevices();
        change(house, conference, ALICE, "<info:user entity='" + BOB + "' state='deleted'/>");

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
        assertThat(house.memory().signalling().calls()).containsExactlyInAnyOrder(bye(LAPTOP), bye(PHONE));
        house.done(join(BOB, conference));
    }

    @Test
    void whoWasRemovedByAnUpdateOfTheConferenceMayComeBackAsWell() {
        house.done(join(BOB, conference));
        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference, "<info:users><info:user entity='" + BOB + "' state='deleted'/></info:users>")));

        house.done(join(BOB, conference));
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    void whoWasRemovedByAnUpdateMakesRoomForAnother() {
        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference,
                        "<info:conference-description><info:maximum-user-count>1</info:maximum-user-count>"
                                + "</info:conference-description>")));
        house.done(join(BOB, conference));
        change(house, conference, ALICE, "<info:user entity='" + BOB + "' state='deleted'/>");

        house.done(join(CAROL, conference));
    }

    @Test
    @Requirement("CCMP-D5-04")
    void theStateDeletedRemovesAnEndpointAndAMedium() {
        house.done(join(BOB, conference)
                .info(userInfo(
                        BOB,
                        endpoint(PHONE) + "<info:endpoint entity='" + LAPTOP
                                + "'><info:media id='1'/><info:media id='2'/></info:endpoint>")));

        house.done(user(Operation.UPDATE, BOB)
                .on(conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='" + PHONE + "' state='deleted'/><info:endpoint entity='" + LAPTOP
                                + "'><info:media id='1' state='deleted'/></info:endpoint>")));

        Element bob = Roster.record(house, conference, ALICE, BOB);
        assertThat(bob.count(Info.ENDPOINT)).isEqualTo(1);
        assertThat(bob.entry(Info.ENDPOINT, LAPTOP).orElseThrow().count(Info.MEDIA))
                .isEqualTo(1);
        assertThat(house.memory().signalling().calls()).containsExactly(bye(PHONE));
        assertThat(bob.toString()).doesNotContain("state=");
    }

    @Test
    void theStateDeletedRemovesTheUserNamed() {
        joinByTwoDevices();

        house.done(user(Operation.UPDATE, ALICE).on(conference).info(deleted(BOB)));

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
        assertThat(house.memory().signalling().calls()).hasSize(2);
    }

    @Test
    void whoMayNotRemoveAnotherMayNotDoSoByAState() {
        house.done(join(BOB, conference));
        house.done(join(CAROL, conference));

        assertThat(house.ask(user(Operation.UPDATE, BOB).on(conference).info(deleted(CAROL)))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.ask(users(Operation.UPDATE, BOB)
                                .on(conference)
                                .info(usersInfo("<info:user entity='" + CAROL + "' state='deleted'/>")))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    private void joinByTwoDevices() {
        house.done(join(BOB, conference).info(userInfo(BOB, endpoint(LAPTOP) + endpoint(PHONE))));
    }

    private static Element deleted(String user) {
        return userInfo(user, "").withAttribute(Attributes.STATE, "deleted");
    }

    private Bye bye(String contact) {
        return new Bye(XconUri.of(conference), ContactUri.of(contact));
    }
}
