package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Roster.joinBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom the entries of the lists of users mean (RFC 6501 section 4.6.3). */
class TargetsTest {

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement({"CCMP-D6-16", "DM-4.6.3-07"})
    void aTargetIsAUriARoleOrADomain() {
        assertAdmitted("xcon-userid:bob@example.com", BOB);
        assertAdmitted("XCON-USERID:BOB@EXAMPLE.COM", BOB);
        assertAdmitted("sip:bob@example.com", BOB);
        assertAdmitted("SIP:bob@EXAMPLE.com", BOB);
        assertAdmitted("*@example.com", BOB);
        assertAdmitted("sip:*@EXAMPLE.com", BOB);
        for (String other : List.of(
                "xcon-userid:bobby@example.com", "sip:bobby@example.com", "*@example.org", "participant", "bob")) {
            assertRefused(other, BOB);
        }
    }

    @Test
    @Requirement("DM-4.6.3-04")
    void aTargetBySipUriAdmitsTheUserWhoHasIt() {
        house.done(add(ALICE, conference, known("xcon-userid:carol@example.com"))
                .info(userInfo("xcon-userid:carol@example.com", endpoint("sip:carol83@example.net"))));
        house.done(
                House.user(Operation.DELETE, ALICE).on(conference).info(userInfo("xcon-userid:carol@example.com", "")));

        assertAdmitted("sip:carol83@example.net", "xcon-userid:carol@example.com");
        assertRefused("sip:carol83@example.net", BOB);
    }

    @Test
    @Requirement("DM-4.6.3-05")
    void aTargetByRoleAdmitsWhoHasThatRole() {
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='" + BOB
                        + "'><info:roles><info:entry>moderator</info:entry></info:roles></info:user>"
                        + "<info:user entity='xcon-userid:carol@example.com'><info:roles>"
                        + "<info:entry>participant</info:entry></info:roles></info:user>");

        allow("moderator");
        house.done(join(BOB, conference));
        assertThat(house.ask(join("xcon-userid:carol@example.com", conference)).code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    @Requirement("DM-4.6.3-06")
    void aDomainIsThatDomainAndNoneBelowIt() {
        allow("*@EXAMPLE.org");

        assertThat(house.ask(joinBy("sip:dan@sub.example.org", conference)).code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        house.done(joinBy("sip:dan@example.org", conference));
    }

    @Test
    void whoIsToBeCalledOrReferredMayJoinByHimself() {
        for (String method : List.of("dial-out", "refer")) {
            allow(BOB, method);
            house.done(join(BOB, conference));
            house.done(House.user(Operation.DELETE, BOB).on(conference));
        }
    }

    @Test
    @Requirement("DM-4.6.3-13")
    void anUnknownMethodIsKeptAndCallsNobody() {
        allow(BOB, "sms");

        assertThat(UsersRequestTest.targets(Roster.of(house, conference, ALICE)))
                .containsExactly("sms " + BOB);
        house.done(join(BOB, conference));
        assertThat(house.memory().signalling().calls()).isEmpty();
    }

    @Test
    void whoDialsInIsNotCalled() {
        allow(BOB, "dial-in");

        house.done(join(BOB, conference));
        assertThat(house.memory().signalling().calls()).isEmpty();
    }

    @Test
    void aTargetSeesTheConferenceBeforeHeJoins() {
        allow("sip:bob@example.com");

        assertThat(Roster.ids(house, conference, BOB)).containsExactly(ALICE);
    }

    private void assertAdmitted(String target, String user) {
        allow(target);
        house.done(join(known(user), conference));
        house.done(House.user(Operation.DELETE, user).on(conference));
    }

    private void assertRefused(String target, String user) {
        allow(target);
        assertThat(house.ask(join(known(user), conference)).code()).as(target).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    /** {@code user}, after he has shown himself. */
    private String known(String user) {
        house.done(CcmpRequest.of(Message.CONFS, user));
        return user;
    }

    private void allow(String target) {
        allow(target, "dial-in");
    }

    private void allow(String target, String method) {
        change(
                house,
                conference,
                ALICE,
                "<xcon:user-admission-policy>closedAuthenticated</xcon:user-admission-policy><xcon:allowed-users-list>"
                        + "<xcon:target uri='" + target + "' method='" + method + "'/></xcon:allowed-users-list>");
    }
}
