package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what (RFC 6503 section 10): owners, moderators and administrators, users and targets, and all the others. */
class OutsidersTest {

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-10-01")
    void anOutsiderMayNeitherSeeNorDelete() {
        for (CcmpRequest request : List.of(
                conf(Operation.RETRIEVE, BOB).on(conference),
                users(Operation.RETRIEVE, BOB).on(conference),
                user(Operation.RETRIEVE, BOB).on(conference),
                user(Operation.RETRIEVE, BOB).on(conference).info(userInfo(ALICE, "")),
                summary(BOB),
                conf(Operation.DELETE, BOB).on(conference),
                user(Operation.DELETE, BOB).on(conference),
                user(Operation.DELETE, BOB).on(conference).info(userInfo(ALICE, "")),
                add(BOB, conference, CAROL))) {
            assertRefused(ResponseCode.UNAUTHORIZED, request);
        }
    }

    @Test
    @Requirement("CCMP-10-01")
    void anOutsiderMayNotUpdate() {
        assertUpdatesRefused(BOB);
        assertRefused(
                ResponseCode.FORBIDDEN_CHANGE_PROTECTED,
                user(Operation.UPDATE, BOB).on(conference).info(userInfo(BOB, "")));
    }

    @Test
    @Requirement("CCMP-10-01")
    void aUserSeesAndLeavesButChangesNothingOfOthers() {
        house.done(join(BOB, conference));

        assertUpdatesRefused(BOB);
        assertRefused(ResponseCode.UNAUTHORIZED, conf(Operation.DELETE, BOB).on(conference));
        assertRefused(
                ResponseCode.UNAUTHORIZED,
                user(Operation.DELETE, BOB).on(conference).info(userInfo(ALICE, "")));
        assertRefused(ResponseCode.UNAUTHORIZED, add(BOB, conference, CAROL));
        assertAllSeen(BOB);
        house.done(user(Operation.DELETE, BOB).on(conference));
    }

    @Test
    void aTargetSeesButChangesNothing() {
        change(
                house,
                conference,
                ALICE,
                "<xcon:allowed-users-list><xcon:target uri='sip:bob@example.com' method='dial-in'/>"
                        + "</xcon:allowed-users-list>");

        assertUpdatesRefused(BOB);
        assertRefused(ResponseCode.UNAUTHORIZED, conf(Operation.DELETE, BOB).on(conference));
        house.done(conf(Operation.RETRIEVE, BOB).on(conference));
        house.done(users(Operation.RETRIEVE, BOB).on(conference));
        house.done(summary(BOB));
    }

    @Test
    @Requirement("CCMP-10-01")
    void theOwnerAModeratorAndAnAdministratorMayDoEverything() {
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='" + BOB + "'><info:roles><info:entry>moderator</info:entry></info:roles>"
                        + "</info:user>");
        house.done(user(Operation.DELETE, ALICE).on(conference));

        for (String leader : List.of(ALICE, BOB, ROOT)) {
            house.done(conf(Operation.UPDATE, leader).on(conference).info(confInfo(conference, "")));
            change(house, conference, leader, "<xcon:join-handling>allow</xcon:join-handling>");
            house.done(join(CAROL, conference));
            house.done(user(Operation.UPDATE, leader).on(conference).info(userInfo(CAROL, "")));
            house.done(user(Operation.DELETE, leader).on(conference).info(userInfo(CAROL, "")));
            house.done(add(leader, conference, CAROL));
            house.done(user(Operation.DELETE, leader).on(conference).info(userInfo(CAROL, "")));
            house.done(users(Operation.RETRIEVE, leader).on(conference));
        }
        house.done(conf(Operation.DELETE, BOB).on(conference));
    }

    @Test
    @Requirement("CCMP-10-01")
    void blueprintsAreForAdministrators() {
        CcmpRequest title = blueprint(Operation.UPDATE, ALICE)
                .on(AUDIO_ROOM)
                .info(confInfo(AUDIO_ROOM, "<info:conference-description/>"));

        assertThat(house.ask(title).code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(house.ask(blueprint(Operation.CREATE, ALICE)).code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(house.ask(blueprint(Operation.DELETE, ALICE).on(AUDIO_ROOM)).code())
                .isEqualTo(ResponseCode.FORBIDDEN);
        house.done(blueprint(Operation.CREATE, ROOT));
    }

    @Test
    void theOwnerActivatesAndNobodyElse() {
        String active = "<info:conference-state><info:active>true</info:active></info:conference-state>";
        CcmpRequest activation = conf(Operation.UPDATE, BOB).on(conference).info(confInfo(conference, active));

        assertRefused(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, activation);
        house.done(conf(Operation.UPDATE, ALICE).on(conference).info(confInfo(conference, active)));
        assertThat(house.documentOf(conference, ALICE).textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("true");
    }

    @Test
    void whoWasRemovedIsAnOutsiderAgain() {
        house.done(join(BOB, conference));
        house.done(user(Operation.DELETE, ALICE).on(conference).info(userInfo(BOB, "")));

        assertRefused(ResponseCode.UNAUTHORIZED, conf(Operation.RETRIEVE, BOB).on(conference));
    }

    private void assertUpdatesRefused(String sender) {
        for (CcmpRequest update : List.of(
                conf(Operation.UPDATE, sender).info(confInfo(conference, "")),
                users(Operation.UPDATE, sender).info(usersInfo("")),
                user(Operation.UPDATE, sender).info(userInfo(ALICE, "")))) {
            assertRefused(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, update.on(conference));
        }
    }

    private void assertRefused(ResponseCode code, CcmpRequest request) {
        long version = house.versionOf(conference, ALICE);

        CcmpResponse response = house.ask(request);

        assertThat(response.code()).as(request.toString()).isEqualTo(code);
        assertThat(response.version()).isEmpty();
        assertThat(response.body().info()).isEmpty();
        assertThat(response.reason()).doesNotContain(ALICE);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(version);
    }

    private void assertAllSeen(String sender) {
        house.done(conf(Operation.RETRIEVE, sender).on(conference));
        house.done(users(Operation.RETRIEVE, sender).on(conference));
        house.done(user(Operation.RETRIEVE, sender).on(conference));
        house.done(user(Operation.RETRIEVE, sender).on(conference).info(userInfo(ALICE, "")));
        house.done(summary(sender));
    }

    private CcmpRequest summary(String sender) {
        return CcmpRequest.of(Message.EXTENDED, sender)
                .operation(Operation.RETRIEVE)
                .on(conference)
                .body(new Body.Extension("confSummaryRequest", List.of()));
    }
}
