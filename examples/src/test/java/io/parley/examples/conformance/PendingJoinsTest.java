package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joins that wait until a moderator or an operator has decided (RFC 6501 section 4.6.1). */
class PendingJoinsTest {

    private static final String DEVICE = "sip:bob@example.org";

    private final List<String> told = new ArrayList<>();
    private final House house =
            House.closed(parley -> parley.operators((conference, user) -> told.add(user + " in " + conference)));
    private final String conference = house.conferenceOf(ALICE);
    private final CcmpRequest bob = join(BOB, conference).info(userInfo(BOB, endpoint(DEVICE)));

    @Test
    @Requirement({"CCMP-D6-05", "DM-4.6.1-04"})
    void aModeratorAdmitsOrRefuses() {
        handling("confirm");

        house.done(bob);
        assertStatus("pending");
        house.done(connecting(ALICE));
        assertStatus("connected");

        house.done(join(CAROL, conference));
        house.done(user(Operation.DELETE, ALICE).on(conference).info(userInfo(CAROL, "")));
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, BOB);
    }

    @Test
    void aModeratorAdmitsByAddingWhoWaits() {
        handling("confirm");
        house.done(bob);

        house.done(add(ALICE, conference, BOB));

        assertStatus("connected");
        assertThat(house.ask(bob).code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(house.ask(add(ALICE, conference, BOB)).code()).isEqualTo(ResponseCode.CONFLICT);
    }

    @Test
    void whoWaitsWithoutADeviceWaitsByHisName() {
        handling("confirm");

        house.done(join(BOB, conference));

        assertThat(Roster.record(house, conference, ALICE, BOB)
                        .entry(Info.ENDPOINT, BOB)
                        .flatMap(endpoint -> endpoint.childText(Info.STATUS)))
                .contains("pending");
    }

    @Test
    @Requirement({"CCMP-D6-07", "DM-4.6.1-07"})
    void anOperatorIsToldAndAdmits() {
        handling("directed-operator");

        house.done(bob);
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='" + BOB + "'><info:display-text>B</info:display-text></info:user>");

        assertStatus("pending");
        assertThat(told).containsExactly(BOB + " in " + conference);
        house.done(add(ROOT, conference, BOB));
        assertStatus("connected");
    }

    @Test
    void nobodyIsToldOfWhoWaitsForAModerator() {
        handling("confirm");

        house.done(bob);

        assertThat(told).isEmpty();
    }

    @Test
    void nobodyAdmitsHimself() {
        handling("confirm");
        house.done(bob);
        house.done(join(CAROL, conference));

        assertThat(house.ask(connecting(BOB)).code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.ask(connecting(CAROL)).code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.ask(add(CAROL, conference, BOB)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(bob).code()).isEqualTo(ResponseCode.CONFLICT);
        CcmpResponse another = house.ask(user(Operation.UPDATE, BOB)
                .on(conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='" + DEVICE
                                + "' state='deleted'/><info:endpoint entity='sip:b@example.org'>"
                                + "<info:status>connected</info:status></info:endpoint>")));
        assertThat(another.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertStatus("pending");
        assertThat(isActive()).isFalse();
    }

    @Test
    void whoWaitsDoesNotStartTheConferenceAndTheFirstWhoIsAdmittedDoes() {
        handling("confirm");

        house.done(bob);
        assertThat(isActive()).isFalse();

        house.done(connecting(ALICE));
        assertThat(isActive()).isTrue();
    }

    @Test
    void whoWaitsTakesNobodysPlace() {
        handling("confirm");
        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference,
                        "<info:conference-description><info:maximum-user-count>1</info:maximum-user-count>"
                                + "</info:conference-description>")));
        house.done(bob);

        house.done(join(ALICE, conference));

        assertThat(house.ask(connecting(ALICE)).code()).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
        assertThat(house.ask(add(ALICE, conference, BOB)).code()).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
        assertStatus("pending");
    }

    @Test
    void aLockedConferenceLetsNobodyWait() {
        handling("confirm");
        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference, "<info:conference-state><info:locked>true</info:locked></info:conference-state>")));

        CcmpResponse refused = house.ask(bob);

        assertThat(refused.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(refused.reason()).contains("locked");
    }

    private void handling(String word) {
        change(house, conference, ALICE, "<xcon:join-handling>" + word + "</xcon:join-handling>");
    }

    private CcmpRequest connecting(String by) {
        return user(Operation.UPDATE, by)
                .on(conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='" + DEVICE + "'><info:status>connected</info:status></info:endpoint>"));
    }

    private void assertStatus(String status) {
        assertThat(Roster.record(house, conference, ALICE, BOB)
                        .entry(Info.ENDPOINT, DEVICE)
                        .flatMap(endpoint -> endpoint.childText(Info.STATUS)))
                .contains(status);
    }

    private boolean isActive() {
        return house.documentOf(conference, ALICE)
                .textAt(Info.CONFERENCE_STATE, Info.ACTIVE)
                .filter("true"::equals)
                .isPresent();
    }
}
