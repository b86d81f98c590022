package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code user-admission-policy} pairs with the lists of users (RFC 6501 sections 4.6.2 and 4.6.4). */
class AdmissionPolicyTest {

    private static final String ALLOW_BOB =
            "<xcon:allowed-users-list><xcon:target uri='" + BOB + "' method='dial-in'/></xcon:allowed-users-list>";
    private static final String DENY_BOB =
            "<xcon:deny-users-list><xcon:target uri='" + BOB + "'/></xcon:deny-users-list>";
    private static final String EMPTY_DENIAL = "<xcon:deny-users-list/>";

    private final House house = House.closed(parley -> parley.subjectMode(SubjectMode.OPTIONAL));
    private final String conference = house.conferenceOf(ALICE);
    private final CcmpRequest bob = join(BOB, conference).subject("Bob", "b");
    private final CcmpRequest carol = join(CAROL, conference).subject("Carol", "c");

    AdmissionPolicyTest() {
        house.memory().authenticator().register("Bob", "b", XconUserId.of(BOB));
        house.memory().authenticator().register("Carol", "c", XconUserId.of(CAROL));
    }

    @Test
    @Requirement({"DM-4.6.2-01", "DM-4.6.2-04"})
    void closedAuthenticatedAdmitsTheListedAndIgnoresDenials() {
        policy("closedAuthenticated", ALLOW_BOB + DENY_BOB);

        assertCode(ResponseCode.UNAUTHORIZED, carol);
        house.done(bob);
    }

    @Test
    @Requirement("DM-4.6.2-02")
    void closedAuthenticatedRefusesTheListedWhoHasNotAuthenticated() {
        policy("closedAuthenticated", ALLOW_BOB);

        assertCode(ResponseCode.AUTHENTICATION_REQUIRED, join(BOB, conference));
        assertCode(ResponseCode.UNAUTHORIZED, join(CAROL, conference));
    }

    @Test
    @Requirement("DM-4.6.3-01")
    void anEmptyListOfTheAllowedAdmitsNobody() {
        policy("closedAuthenticated", "<xcon:allowed-users-list/>");

        assertThat(Roster.of(house, conference, ALICE).child(Xcon.ALLOWED_USERS_LIST))
                .isPresent();
        assertCode(ResponseCode.UNAUTHORIZED, bob);
        assertCode(ResponseCode.UNAUTHORIZED, carol);
    }

    @Test
    @Requirement({"CCMP-D6-13", "DM-4.6.2-05", "DM-4.6.2-06", "DM-4.6.2-07"})
    void openAuthenticatedAdmitsWhoIsNotDeniedAndIgnoresTheOtherList() {
        policy("openAuthenticated", ALLOW_BOB + DENY_BOB);

        assertCode(ResponseCode.UNAUTHORIZED, bob);
        assertCode(ResponseCode.AUTHENTICATION_REQUIRED, join(CAROL, conference));
        house.done(carol);

        change(house, conference, ALICE, EMPTY_DENIAL);
        house.done(bob);
    }

    @Test
    @Requirement("DM-4.6.2-13")
    void aListThatThePolicyForbidsIsKeptAndReturned() {
        policy("openAuthenticated", ALLOW_BOB);

        Element users = Roster.of(house, conference, ALICE);
        assertThat(UsersRequestTest.targets(users)).containsExactly("dial-in " + BOB);
        assertThat(users.childText(Xcon.USER_ADMISSION_POLICY)).contains("openAuthenticated");
    }

    @Test
    @Requirement({"CCMP-D6-14", "DM-4.6.2-08", "DM-4.6.2-09"})
    void anonymousAdmitsEverybody() {
        policy("anonymous", ALLOW_BOB + DENY_BOB);

        house.done(join(BOB, conference));
        house.done(join(CAROL, conference));
    }

    @Test
    @Requirement({"CCMP-D6-15", "DM-4.6.2-10"})
    void anUnknownPolicyIgnoresBothLists() {
        policy("vip", DENY_BOB + "<xcon:allowed-users-list/>");

        house.done(join(BOB, conference));
        house.done(join(CAROL, conference));
    }

    @Test
    @Requirement({"CCMP-D6-15", "DM-4.6.2-10", "DM-4.6.2-12"})
    void anAbsentPolicyIgnoresBothListsAndStaysAbsent() {
        change(house, conference, ALICE, DENY_BOB + "<xcon:allowed-users-list/>");

        house.done(join(BOB, conference));
        assertThat(Roster.of(house, conference, ALICE).child(Xcon.USER_ADMISSION_POLICY))
                .isEmpty();
    }

    @Test
    void theStricterOfHandlingAndPolicyWins() {
        String denied = ALLOW_BOB.replace(BOB, CAROL) + DENY_BOB;

        for (String policy : List.of("closedAuthenticated", "openAuthenticated", "anonymous", "vip")) {
            policy(policy, "<xcon:join-handling>block</xcon:join-handling>" + denied);
            assertCode(ResponseCode.UNAUTHORIZED, bob);
            assertCode(ResponseCode.UNAUTHORIZED, carol);
            policy(policy, "<xcon:join-handling>authenticate</xcon:join-handling>");
            assertThat(house.ask(join(CAROL, conference)).code()).isNotEqualTo(ResponseCode.SUCCESS);
        }
        policy("anonymous", "<xcon:join-handling>confirm</xcon:join-handling>");
        house.done(bob);
        assertThat(Roster.record(house, conference, ALICE, BOB).toString()).contains("pending");
        house.done(user(Operation.DELETE, BOB).on(conference));
        policy("openAuthenticated", "");
        assertCode(ResponseCode.UNAUTHORIZED, bob);
    }

    @Test
    @Requirement({"CCMP-D6-12", "DM-4.6.2-03"})
    void whomClosedAuthenticatedWouldRefuseWaitsWhereAModeratorConfirms() {
        policy("closedAuthenticated", ALLOW_BOB + DENY_BOB);
        house.done(bob);
        assertCode(ResponseCode.UNAUTHORIZED, carol);

        policy("closedAuthenticated", "<xcon:join-handling>confirm</xcon:join-handling>");
        house.done(carol);

        assertThat(Roster.record(house, conference, ALICE, CAROL).toString()).contains("pending");
    }

    @Test
    @Requirement("DM-4.6.4-01")
    void aBannedDomainStaysOutUntilTheBanIsLifted() {
        policy("openAuthenticated", DENY_BOB.replace(BOB, "*@example.com"));

        assertCode(ResponseCode.UNAUTHORIZED, bob);
        change(house, conference, ALICE, EMPTY_DENIAL);
        house.done(bob);
    }

    @Test
    @Requirement("DM-4.6.4-02")
    void aBanStopsTheNextJoinAndDisconnectsNobody() {
        house.done(bob);
        policy("openAuthenticated", DENY_BOB);

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
        house.done(user(Operation.DELETE, BOB).on(conference));
        assertCode(ResponseCode.UNAUTHORIZED, bob);
    }

    private void policy(String policy, String more) {
        change(
                house,
                conference,
                ALICE,
                "<xcon:user-admission-policy>" + policy + "</xcon:user-admission-policy>" + more);
    }

    private void assertCode(ResponseCode code, CcmpRequest request) {
        assertThat(house.ask(request).code()).isEqualTo(code);
    }
}
