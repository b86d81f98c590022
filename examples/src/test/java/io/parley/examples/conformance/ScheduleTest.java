package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Scheduled.atTen;
import static io.parley.examples.conformance.Scheduled.entry;
import static io.parley.examples.conformance.Scheduled.mixingEnd;
import static io.parley.examples.conformance.Scheduled.time;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.Callees;
import io.parley.inmemory.RecordingAnnouncements.EndApproaches;
import io.parley.inmemory.RecordingSignalling;
import io.parley.inmemory.RecordingSignalling.Bye;
import io.parley.inmemory.RecordingSignalling.Invite;
import io.parley.inmemory.RecordingSignalling.Refer;
import io.parley.ports.contract.Crowd;
import io.parley.spec.Requirement;
import io.parley.user.EndpointStatus;
import io.parley.user.Users;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conferences that take place at their times (RFC 6501 section 4.2.5, RFC 6504 section 5.3). */
class ScheduleTest {

    private static final String WEEKLY = "RRULE:FREQ=WEEKLY";

    private static final String[] THREE = {"sip:alice@example.com", "sip:bob83@example.com", "sip:carol@example.com"};

    private final Scheduled scheduled = new Scheduled();

    @Test
    @Requirement({"XF-7.3-01"})
    void aReservationBecomesActiveAtItsStartAndKeepsItsUri() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        assertThat(scheduled.at("2030-01-01T09:59:59Z").active()).isFalse();
        assertThat(scheduled.version()).isEqualTo(1);

        assertThat(scheduled.at("2030-01-01T10:00:00Z").active()).isTrue();
        assertThat(scheduled.version()).isEqualTo(2);
        assertThat(scheduled.at("2030-01-01T10:59:59Z").active()).isTrue();
        assertThat(scheduled.at("2030-01-01T11:00:00Z").active()).isFalse();
        assertThat(scheduled.version()).isEqualTo(3);
        assertThat(scheduled.house().memory().scheduler().waiting()).isZero();
    }

    @Test
    void theTargetsAreCalledAtTheStartAndNotEarlier() {
        scheduled.conference(
                "<xcon:target uri='sip:alice@example.com' method='dial-out'/>"
                        + "<xcon:target uri='sip:bob83@example.com' method='dial-out'/>"
                        + "<xcon:target uri='sip:carol@example.com' method='refer'/>"
                        + "<xcon:target uri='sip:dan@example.com' method='dial-in'/>",
                atTen("", WEEKLY));
        scheduled.at("2030-01-01T09:59:59Z");
        assertThat(scheduled.calls()).isEmpty();
        scheduled.at("2030-01-01T10:00:00Z").at("2030-01-01T10:30:00Z");

        assertThat(scheduled.house().memory().signalling().calls())
                .containsExactlyInAnyOrder(
                        new Invite(scheduled.uri(), ContactUri.of("sip:alice@example.com")),
                        new Invite(scheduled.uri(), ContactUri.of("sip:bob83@example.com")),
                        new Refer(scheduled.uri(), ContactUri.of("sip:carol@example.com")));
    }

    /** RFC 6504 section 5.3: every Wednesday the system calls Alice, Bob and Carol. */
    @Test
    @Requirement("DM-4.6.3-09")
    void theDialOutConferenceOfAliceCallsItsThreePeopleAtItsStartEveryWeek() {
        scheduled.conference(
                "<xcon:target uri='xcon-userid:alice@example.com' method='dial-out'/>"
                        + "<xcon:target uri='sip:bob83@example.com' method='dial-out'/>"
                        + "<xcon:target uri='sip:carol@example.com' method='dial-out'/>",
                entry(
                        "<xcon:mixing-start-offset required-participant='moderator'>2010-01-27T14:29:00Z"
                                + "</xcon:mixing-start-offset>"
                                + mixingEnd("2010-01-27T16:31:00Z", "participant")
                                + time("must-join-before-offset", "2010-01-27T15:30:00Z"),
                        "DTSTAMP:20100127T140728Z",
                        "UID:20100127T140728Z-345FDA-alice@example.com",
                        "ORGANIZER:MAILTO:alice@example.com",
                        "DTSTART:20100127T143000Z",
                        WEEKLY,
                        "DTEND:20100127T163000Z"));
        RecordingSignalling signalling = scheduled.house().memory().signalling();
        Callees people = new Callees(scheduled.house().focus());
        for (String name : THREE) {
            people.rings(SipUri.of(name)).answers(SipUri.of(name));
        }
        signalling.reaches(people);
        for (String day : new String[] {"2030-01-02", "2030-01-09"}) {
            scheduled.at(day + "T14:29:59Z");
            assertThat(signalling.take()).as(day).noneMatch(Invite.class::isInstance);

            scheduled.at(day + "T14:30:00Z");

            assertThat(signalling.take())
                    .as(day)
                    .containsExactlyInAnyOrder(Stream.of(THREE)
                            .map(name -> new Invite(scheduled.uri(), ContactUri.of(name)))
                            .toArray(RecordingSignalling.Call[]::new));
            assertThat(new Users(Roster.of(scheduled.house(), scheduled.id(), ALICE))
                            .stream()
                                    .flatMap(user -> user.endpoints().stream())
                                    .map(endpoint -> endpoint.status().orElse("")))
                    .as(day)
                    .containsExactly(EndpointStatus.CONNECTED, EndpointStatus.CONNECTED, EndpointStatus.CONNECTED);
            scheduled.at(day + "T16:31:00Z");
            assertThat(scheduled.active()).as(day).isFalse();
        }
    }

    @Test
    @Requirement({"DM-4.2.5-20", "DM-4.2.5-21"})
    void targetsAreNotCalledBeforeTheTimeToRequestThem() {
        scheduled.conference(
                "<xcon:target uri='sip:bob@example.com' method='dial-out'/>"
                        + "<xcon:target uri='sip:dan@example.com' method='refer'/>",
                atTen(time("request-user", "2030-01-01T10:05:00Z")));
        assertThat(scheduled.join(CAROL).code()).isEqualTo(ResponseCode.SUCCESS);
        scheduled.at("2030-01-01T10:04:59Z");
        assertThat(scheduled.active()).isTrue();
        assertThat(scheduled.calls()).isEmpty();

        scheduled.at("2030-01-01T10:05:00Z").at("2030-01-01T10:20:00Z");
        assertThat(scheduled.house().memory().signalling().calls())
                .containsExactlyInAnyOrder(
                        new Invite(scheduled.uri(), ContactUri.of("sip:bob@example.com")),
                        new Refer(scheduled.uri(), ContactUri.of("sip:dan@example.com")));
    }

    @Test
    @Requirement({"XF-7.4-02", "CCMP-D6-20"})
    void aSeriesOpensEveryWeekUnderOneUri() {
        scheduled.conference(
                "",
                atTen(
                        mixingEnd("2030-01-01T11:00:00Z", "none")
                                + time("must-join-before-offset", "2030-01-01T10:15:00Z"),
                        WEEKLY));
        for (String day : new String[] {"2030-01-01", "2030-01-08", "2030-01-15"}) {
            assertThat(scheduled.at(day + "T10:00:00Z").active()).as(day).isTrue();
            assertThat(scheduled.join(BOB).code()).as(day).isEqualTo(ResponseCode.SUCCESS);
            assertThat(scheduled.at(day + "T11:00:00Z").active()).as(day).isFalse();
        }
        assertThat(scheduled.at("2030-01-16T10:00:00Z").active()).isFalse();
        assertThat(scheduled.join(BOB).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(scheduled.at("2030-01-22T10:00:00Z").join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void aLocalTimeStaysWhenTheClocksArePutForward() {
        scheduled.conference(
                "",
                entry(
                        mixingEnd("2030-03-24T10:00:00Z", "none"),
                        "DTSTART;TZID=Europe/Berlin:20300324T100000",
                        "DURATION:PT1H",
                        WEEKLY));
        assertThat(scheduled.at("2030-03-24T09:00:00Z").active()).isTrue();
        assertThat(scheduled.at("2030-03-24T10:00:00Z").active()).isFalse();
        assertThat(scheduled.at("2030-03-31T07:59:59Z").active()).isFalse();
        assertThat(scheduled.at("2030-03-31T08:00:00Z").active()).isTrue();
        assertThat(scheduled.at("2030-03-31T09:00:00Z").active()).isFalse();
    }

    @Test
    void theEndDropsWhoeverIsInAndKeepsWhoHasARole() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        scheduled.at("2030-01-01T10:00:00Z");
        scheduled
                .house()
                .done(Roster.join(BOB, scheduled.id())
                        .info(House.userInfo(BOB, "<info:endpoint entity='sip:bob@example.com'/>")));
        scheduled
                .house()
                .done(Roster.join(ALICE, scheduled.id())
                        .info(House.userInfo(ALICE, "<info:endpoint entity='sip:alice@example.com'/>")));
        assertThat(scheduled.at("2030-01-01T10:59:00Z").active()).isTrue();

        scheduled.at("2030-01-01T11:00:00Z");

        assertThat(scheduled.house().memory().signalling().calls())
                .containsExactlyInAnyOrder(
                        new Bye(scheduled.uri(), ContactUri.of("sip:bob@example.com")),
                        new Bye(scheduled.uri(), ContactUri.of("sip:alice@example.com")));
        assertThat(scheduled.active()).isFalse();
        assertThat(Roster.ids(scheduled.house(), scheduled.id(), ALICE)).containsExactly(ALICE);
    }

    @Test
    @Requirement({"DM-4.2.5-13", "DM-4.2.5-14"})
    void withoutAStatedEndItGoesOnUntilTheLastHasLeft() {
        scheduled.conference("", atTen(""));
        scheduled.at("2030-01-01T10:00:00Z");
        scheduled.join(BOB);
        scheduled.join(CAROL);
        assertThat(scheduled.at("2030-01-01T12:00:00Z").active()).isTrue();

        scheduled.house().done(user(Operation.DELETE, BOB).on(scheduled.id()));
        assertThat(scheduled.at("2030-01-01T12:01:00Z").active()).isTrue();
        scheduled.house().done(user(Operation.DELETE, CAROL).on(scheduled.id()));
        assertThat(scheduled.at("2030-01-01T12:02:00Z").active()).isFalse();
    }

    @Test
    void withoutAStatedEndAndWithNobodyInItItEndsWhenItIsOver() {
        scheduled.conference("", atTen(""));
        assertThat(scheduled.at("2030-01-01T10:59:59Z").active()).isTrue();
        assertThat(scheduled.at("2030-01-01T11:00:00Z").active()).isFalse();
    }

    @Test
    void itEndsWhenNobodyOfTheRequiredRoleIsLeftAndDoesNotBeginAgain() {
        scheduled.conference(
                "", atTen(mixingEnd("2030-01-01T11:00:00Z", "moderator") + time("notify-end-of-conference", "600")));
        scheduled.at("2030-01-01T10:00:00Z");
        scheduled.join(BOB);
        assertThat(scheduled.at("2030-01-01T10:10:00Z").active())
                .as("nobody has left")
                .isTrue();
        scheduled
                .house()
                .done(Roster.join(ALICE, scheduled.id())
                        .info(House.userInfo(ALICE, "<info:endpoint entity='sip:alice@example.com'/>")));
        assertThat(scheduled.at("2030-01-01T10:20:00Z").active()).isTrue();
        scheduled.house().memory().signalling().take();

        scheduled
                .house()
                .done(update(
                        ALICE,
                        scheduled.id(),
                        Updates.users("<info:user entity='" + ALICE
                                + "'><info:roles><info:entry>participant</info:entry></info:roles></info:user>")));
        scheduled.at("2030-01-01T10:21:00Z");

        assertThat(scheduled.active()).isFalse();
        assertThat(scheduled.house().memory().signalling().calls())
                .containsExactly(new Bye(scheduled.uri(), ContactUri.of("sip:alice@example.com")));
        assertThat(scheduled.at("2030-01-01T10:50:00Z").active()).isFalse();
    }

    @Test
    @Requirement({"DM-4.2.5-22", "DM-4.2.5-23"})
    void theUsersAreToldOfTheEndOnceIfItIsStated() {
        scheduled.conference(
                "", atTen(mixingEnd("2030-01-01T11:00:00Z", "none") + time("notify-end-of-conference", "600")));
        Scheduled silent = new Scheduled().conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        silent.at("2030-01-01T10:00:00Z").at("2030-01-01T12:00:00Z");
        scheduled.at("2030-01-01T10:49:59Z");
        assertThat(scheduled.house().memory().announcements().messages()).isEmpty();
        long version = scheduled.version();

        scheduled.at("2030-01-01T10:50:00Z").at("2030-01-01T10:55:00Z");

        assertThat(scheduled.house().memory().announcements().messages())
                .containsExactly(new EndApproaches(scheduled.uri(), Duration.ofMinutes(10)));
        assertThat(scheduled.version()).as("nothing has changed").isEqualTo(version);
        assertThat(silent.house().memory().announcements().messages()).isEmpty();
    }

    @Test
    @Requirement("XF-7.4-03")
    void aChangedTimeMovesEveryOccurrenceAndLeavesOneTask() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none"), WEEKLY));
        for (int hour = 11; hour <= 14; hour++) {
            assertThat(scheduled
                            .reschedule(entry(
                                    mixingEnd("2030-01-01T15:00:00Z", "none"),
                                    "DTSTART:20300101T" + hour + "0000Z",
                                    "DTEND:20300101T150000Z",
                                    WEEKLY))
                            .code())
                    .isEqualTo(ResponseCode.SUCCESS);
            assertThat(scheduled.house().memory().scheduler().waiting()).isEqualTo(1);
        }
        for (String day : new String[] {"2030-01-01", "2030-01-08", "2030-01-15"}) {
            assertThat(scheduled.at(day + "T13:59:59Z").active()).as(day).isFalse();
            assertThat(scheduled.at(day + "T14:00:00Z").active()).as(day).isTrue();
            assertThat(scheduled.at(day + "T15:00:00Z").active()).as(day).isFalse();
        }
        scheduled.house().done(House.conf(Operation.DELETE, ALICE).on(scheduled.id()));
        assertThat(scheduled.house().memory().scheduler().waiting()).isZero();
    }

    @Test
    void whatIsActiveAlreadyIsNotStartedAgain() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        scheduled.house().done(update(ALICE, scheduled.id(), state("<info:active>true</info:active>")));
        long version = scheduled.version();

        assertThat(scheduled.at("2030-01-01T10:30:00Z").version()).isEqualTo(version);
        assertThat(scheduled.at("2030-01-01T11:00:00Z").active()).isFalse();
    }

    @Test
    @Requirement({"DM-4.2.5-25", "DM-4.2.5-26"})
    void theEndOfARunningConferenceMovesLaterOnlyWhereThatIsAllowed() {
        String end = mixingEnd("2030-01-01T11:00:00Z", "none");
        String fixed = time("allowed-extend-mixing-end-offset", "false");
        scheduled.conference("", atTen(end + fixed)).at("2030-01-01T10:30:00Z");

        assertThat(scheduled.reschedule(atTen(mixingEnd("2030-01-01T11:30:00Z", "none") + fixed)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED))
                .satisfies(refused -> assertThat(refused.reason()).contains("mixing-end-offset"));
        assertThat(scheduled
                        .reschedule(atTen(mixingEnd("2030-01-01T10:50:00Z", "none") + fixed))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        assertThat(scheduled.at("2030-01-01T10:50:00Z").active()).isFalse();

        Scheduled free = new Scheduled().conference("", atTen(end)).at("2030-01-01T10:30:00Z");
        assertThat(free.reschedule(atTen(mixingEnd("2030-01-01T11:30:00Z", "none")))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        assertThat(free.at("2030-01-01T11:29:59Z").active()).isTrue();
        assertThat(free.at("2030-01-01T11:30:00Z").active()).isFalse();
    }

    @Test
    @Requirement("CCMP-3.2-07")
    void aTargetIsCalledOnceWhenItsConferenceBecomesActive() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(update(
                ALICE,
                conference,
                Updates.users("<xcon:allowed-users-list><xcon:target uri='sip:bob@example.com' method='dial-out'/>"
                        + "</xcon:allowed-users-list>")));
        assertThat(house.memory().signalling().calls()).isEmpty();

        house.done(update(ALICE, conference, state("<info:active>true</info:active>")));
        house.done(Roster.join(CAROL, conference));

        assertThat(house.memory().signalling().calls())
                .containsExactly(new Invite(XconUri.of(conference), ContactUri.of("sip:bob@example.com")));
    }

    @Test
    void aModeratorWhoIsNotRequiredMayLeave() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        scheduled.at("2030-01-01T10:00:00Z").join(ALICE);
        scheduled.house().done(user(Operation.DELETE, ALICE).on(scheduled.id()));

        assertThat(scheduled.at("2030-01-01T10:59:59Z").active()).isTrue();
        assertThat(scheduled.at("2030-01-01T11:00:00Z").active()).isFalse();
    }

    @Test
    void whatIsLookedAtLateBecomesActiveUnlessItIsOver() {
        scheduled.at("2030-01-01T10:30:00Z");
        scheduled
                .conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")))
                .at("2030-01-01T10:30:00Z");
        assertThat(scheduled.active()).isTrue();
        assertThat(scheduled.version()).isEqualTo(2);
        assertThat(scheduled.at("2030-01-01T10:31:00Z").version()).isEqualTo(2);

        Scheduled late = new Scheduled().at("2030-01-01T11:00:00Z");
        late.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none"))).at("2030-01-01T11:30:00Z");
        assertThat(late.active()).isFalse();
        assertThat(late.version()).isEqualTo(1);
    }

    @Test
    void changesAtTheSameTimeLeaveOneTask() throws Exception {
        scheduled.conference("", atTen("", WEEKLY));
        for (int round = 0; round < 20; round++) {
            AtomicInteger minute = new AtomicInteger(10);
            Crowd.together(
                    4,
                    () -> scheduled
                            .reschedule(entry(
                                    "", "DTSTART:20300101T10" + minute.getAndIncrement() + "00Z", "DURATION:PT1H"))
                            .code());
            assertThat(scheduled.house().memory().scheduler().waiting()).isEqualTo(1);
        }
        assertThat(scheduled.at("2030-01-01T10:13:00Z").active()).isTrue();
    }

    @Test
    void aFailedTurnIsTakenAgain() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));
        scheduled.house().memory().faults().failCommit(1);
        scheduled.at("2030-01-01T10:00:00Z");

        assertThat(scheduled.at("2030-01-01T10:00:05Z").active()).isTrue();
    }

    @Test
    @Requirement("XF-7.4-04")
    void anotherEntryTakesThePlaceOfOneOccurrence() {
        scheduled.conference(
                "",
                atTen(mixingEnd("2030-01-01T11:00:00Z", "none"), WEEKLY, "UID:a"),
                entry(
                        mixingEnd("2030-01-09T13:00:00Z", "none"),
                        "UID:a",
                        "RECURRENCE-ID:20300108T100000Z",
                        "DTSTART:20300109T120000Z",
                        "DURATION:PT1H"));
        scheduled.at("2030-01-01T11:00:00Z");
        assertThat(scheduled.at("2030-01-08T10:30:00Z").active()).isFalse();
        assertThat(scheduled.at("2030-01-09T12:30:00Z").active()).isTrue();
        assertThat(scheduled.at("2030-01-09T13:00:00Z").active()).isFalse();
        assertThat(scheduled.at("2030-01-15T10:30:00Z").active()).isTrue();
    }
}
