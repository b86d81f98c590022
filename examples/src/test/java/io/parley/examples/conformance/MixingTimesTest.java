package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Scheduled.atTen;
import static io.parley.examples.conformance.Scheduled.mixingEnd;
import static io.parley.examples.conformance.Scheduled.time;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.identity.ContactUri;
import io.parley.inmemory.RecordingMcuGateway;
import io.parley.inmemory.RecordingSignalling.Bye;
import io.parley.inmemory.RecordingSignalling.Invite;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From when until when the mixer has somebody to mix, and the times as instants (RFC 6501 section 4.2.5). */
class MixingTimesTest {

    private final Scheduled scheduled = new Scheduled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xcon:mixing-start-offset required-participant='none'>%s</xcon:mixing-start-offset>",
                "<xcon:mixing-end-offset required-participant='none'>%s</xcon:mixing-end-offset>",
                "<xcon:can-join-after-offset>%s</xcon:can-join-after-offset>",
                "<xcon:must-join-before-offset>%s</xcon:must-join-before-offset>",
                "<xcon:request-user>%s</xcon:request-user>"
            })
    @Requirement("DM-4.2.5-05")
    void aTimeIsAnInstantAndNoDuration(String element) {
        assertThat(creation(element.formatted("PT10M"))).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(creation(element.formatted("2007-10-17T14:29:00Z"))).isEqualTo(ResponseCode.SUCCESS);
    }

    private ResponseCode creation(String time) {
        return scheduled.house().ask(Scheduled.creation("", atTen(time))).code();
    }

    @Test
    @Requirement("DM-4.2.5-05")
    void eachOfTheTimesIsTheInstantThatItSays() {
        scheduled.conference(
                "<xcon:target uri='sip:dan@example.com' method='dial-out'/>",
                atTen(
                        "<xcon:mixing-start-offset required-participant='none'>2030-01-01T09:40:00Z</xcon:mixing-start-offset>"
                                + mixingEnd("2030-01-01T10:40:00Z", "none")
                                + time("can-join-after-offset", "2030-01-01T09:45:00Z")
                                + time("must-join-before-offset", "2030-01-01T10:10:00Z")
                                + time("request-user", "2030-01-01T10:05:00Z")));

        assertThat(scheduled.at("2030-01-01T09:39:59Z").active()).isFalse();
        assertThat(scheduled.at("2030-01-01T09:40:00Z").active()).isTrue();
        assertThat(scheduled.at("2030-01-01T09:44:59Z").join(BOB).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(scheduled.at("2030-01-01T09:45:00Z").join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(scheduled.at("2030-01-01T10:04:59Z").calls()).isEmpty();
        assertThat(scheduled
                        .at("2030-01-01T10:05:00Z")
                        .house()
                        .memory()
                        .signalling()
                        .calls())
                .containsExactly(new Invite(scheduled.uri(), ContactUri.of("sip:dan@example.com")));
        assertThat(scheduled.at("2030-01-01T10:10:01Z").join(CAROL).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(scheduled.at("2030-01-01T10:39:59Z").active()).isTrue();
        assertThat(scheduled.at("2030-01-01T10:40:00Z").active()).isFalse();
    }

    @Test
    @Requirement("DM-4.2.5-08")
    void withoutATimeForItMixingStartsWithTheConference() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        scheduled.house().memory().mcus().take();
        assertThat(scheduled.at("2030-01-01T09:59:59Z").house().memory().mcus().calls())
                .isEmpty();

        scheduled.at("2030-01-01T10:00:00Z");

        assertThat(scheduled.house().memory().mcus().calls())
                .singleElement()
                .isInstanceOfSatisfying(RecordingMcuGateway.Mix.class, mix -> {
                    assertThat(mix.conference().id()).isEqualTo(scheduled.uri());
                    assertThat(mix.conference().info().isActive()).isTrue();
                });
    }

    @Test
    @Requirement("DM-4.2.5-11")
    void mixingEndsEarlyWithTheLastOfTheRequiredRole() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "moderator")));
        scheduled.at("2030-01-01T10:00:00Z").join(BOB);
        scheduled.join(ALICE);
        assertThat(mixed().attendance().size()).isEqualTo(2);

        scheduled.house().done(user(Operation.DELETE, ALICE).on(scheduled.id()));
        scheduled.at("2030-01-01T10:20:00Z");

        assertThat(mixed().info().isActive()).isFalse();
        assertThat(mixed().attendance().size()).isZero();
    }

    @Test
    @Requirement("DM-4.2.5-11")
    void mixingEndsAtItsTimeThoughTheRequiredRoleIsThere() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "moderator")));
        scheduled.at("2030-01-01T10:00:00Z").join(ALICE);
        assertThat(scheduled.at("2030-01-01T10:59:59Z").active()).isTrue();
        assertThat(mixed().attendance().size()).isEqualTo(1);

        scheduled.at("2030-01-01T11:00:00Z");

        assertThat(mixed().info().isActive()).isFalse();
        assertThat(mixed().attendance().size()).isZero();
    }

    @Test
    @Requirement("DM-4.2.5-12")
    void whereNobodyIsRequiredMixingGoesOnUntilItsTime() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        scheduled.at("2030-01-01T10:00:00Z").join(BOB);
        scheduled.join(ALICE);
        scheduled.house().done(user(Operation.DELETE, ALICE).on(scheduled.id()));

        scheduled.at("2030-01-01T10:59:59Z");
        assertThat(mixed().info().isActive()).isTrue();
        assertThat(mixed().attendance().size()).isEqualTo(1);

        scheduled.at("2030-01-01T11:00:00Z");
        assertThat(mixed().info().isActive()).isFalse();
        assertThat(mixed().attendance().size()).isZero();
    }

    @Test
    @Requirement("DM-4.2.5-15")
    void theConferenceEndsWhenTheLastOfTheRequiredRoleLosesIt() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "moderator")));
        scheduled.at("2030-01-01T10:00:00Z");
        for (String who : List.of(ALICE, BOB)) {
            scheduled.house().done(Roster.join(who, scheduled.id()).info(userInfo(who, Roster.endpoint(contact(who)))));
        }
        scheduled.house().memory().signalling().take();
        List<Change> changes = new ArrayList<>();
        scheduled.house().memory().store().addListener(changes::add);

        scheduled
                .house()
                .done(update(
                        ALICE,
                        scheduled.id(),
                        users("<info:user entity='" + ALICE
                                + "'><info:roles><info:entry>participant</info:entry></info:roles></info:user>")));
        scheduled.at("2030-01-01T10:20:00Z");

        assertThat(scheduled.active()).isFalse();
        assertThat(scheduled.house().memory().signalling().calls())
                .containsExactlyInAnyOrder(
                        new Bye(scheduled.uri(), ContactUri.of(contact(ALICE))),
                        new Bye(scheduled.uri(), ContactUri.of(contact(BOB))));
        Conference last = changes.get(changes.size() - 1).after().orElseThrow();
        assertThat(changes).hasSize(2);
        assertThat(last.info().isActive()).isFalse();
        assertThat(last.attendance().size()).isZero();
    }

    @Test
    @Requirement("DM-4.2.5-19")
    void whoIsInMayTakeAnotherPhoneAndWhoHasLeftIsNewAgain() {
        scheduled.conference("", atTen(time("must-join-before-offset", "2030-01-01T10:15:00Z")));
        scheduled.house().done(Roster.join(BOB, scheduled.id()).info(userInfo(BOB, Roster.endpoint(contact(BOB)))));

        scheduled.at("2030-01-01T10:15:01Z");
        scheduled
                .house()
                .done(user(Operation.UPDATE, BOB)
                        .on(scheduled.id())
                        .info(userInfo(BOB, Roster.endpoint("sip:bob@phone.example.com"))));
        assertThat(Roster.record(scheduled.house(), scheduled.id(), BOB, BOB).toString())
                .contains(contact(BOB), "sip:bob@phone.example.com");

        scheduled.house().done(user(Operation.DELETE, BOB).on(scheduled.id()));
        assertThat(scheduled.join(BOB).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    private static String contact(String user) {
        return user.replace("xcon-userid:", "sip:");
    }

    /** What the mixer was last told to mix. */
    private Conference mixed() {
        return scheduled.house().memory().mcus().mixOf(scheduled.uri()).orElseThrow();
    }
}
