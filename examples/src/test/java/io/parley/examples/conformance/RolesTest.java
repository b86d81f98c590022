package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The roles of users and what they permit (RFC 6501 section 4.6.5.2). */
class RolesTest {

    private final House house = House.closed(parley -> parley);
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("DM-4.6.5.2-01")
    void everyRoleIsKeptAndGivesItsRights() {
        for (String role : List.of("administrator", "moderator", "user", "participant", "observer", "none")) {
            roles(role);

            assertThat(rolesOfBob()).containsExactly(role);
            assertSteers(role.equals("administrator") || role.equals("moderator"));
        }
    }

    @Test
    @Requirement("DM-4.6.5.2-02")
    void theRoleNoneGivesNoRights() {
        roles("none");

        assertThat(house.ask(add(BOB, conference, CAROL)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(user(Operation.DELETE, BOB).on(conference).info(userInfo(ALICE, "")))
                        .code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(conf(Operation.DELETE, BOB).on(conference)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    @Requirement("DM-4.6.5.2-03")
    void theRightsAreThoseOfAllRoles() {
        roles("participant", "moderator");

        assertThat(rolesOfBob()).containsExactly("participant", "moderator");
        assertSteers(true);
    }

    @Test
    @Requirement("DM-4.6.5.2-04")
    void anUnknownRoleIsKeptAndGivesNoRights() {
        roles("organizer", "chair");

        assertThat(rolesOfBob()).containsExactly("organizer", "chair");
        assertSteers(false);
    }

    @Test
    void rolesAreReplacedWhole() {
        roles("participant", "moderator");
        roles("observer");

        assertThat(rolesOfBob()).containsExactly("observer");
        assertSteers(false);
    }

    @Test
    void aModeratorMaySetRolesToo() {
        roles("moderator");

        change(
                house,
                conference,
                BOB,
                "<info:user entity='" + CAROL + "'><info:roles><info:entry>moderator</info:entry></info:roles>"
                        + "</info:user>");
        house.done(conf(Operation.UPDATE, CAROL).on(conference).info(confInfo(conference, "")));
    }

    private void roles(String... roles) {
        StringBuilder entries = new StringBuilder();
        for (String role : roles) {
            entries.append("<info:entry>").append(role).append("</info:entry>");
        }
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='" + BOB + "'><info:roles>" + entries + "</info:roles></info:user>");
    }

    private List<String> rolesOfBob() {
        List<String> roles = new ArrayList<>();
        Roster.record(house, conference, ALICE, BOB)
                .child(Info.ROLES)
                .orElseThrow()
                .children(Info.ENTRY)
                .forEach(entry -> roles.add(entry.text()));
        return roles;
    }

    private void assertSteers(boolean steers) {
        assertThat(house.ask(conf(Operation.UPDATE, BOB).on(conference).info(confInfo(conference, "")))
                        .code())
                .isEqualTo(steers ? ResponseCode.SUCCESS : ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }
}
