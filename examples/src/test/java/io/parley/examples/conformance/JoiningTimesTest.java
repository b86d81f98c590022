package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.Scheduled.atTen;
import static io.parley.examples.conformance.Scheduled.entry;
import static io.parley.examples.conformance.Scheduled.mixingEnd;
import static io.parley.examples.conformance.Scheduled.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Outcome;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a conference can be joined, and what text says when it takes place (RFC 6501 section 4.2.5). */
class JoiningTimesTest {

    private static final String WEEKLY = "RRULE:FREQ=WEEKLY";

    private final Scheduled scheduled = new Scheduled();

    @Test
    @Requirement("CCMP-D6-18")
    void nobodyJoinsBeforeTheTimeStated() {
        scheduled.conference("", atTen(time("can-join-after-offset", "2030-01-01T09:50:00Z")));

        assertRefused(scheduled.at("2030-01-01T09:49:59Z").join(ALICE), "2030-01-01T09:50:00Z");
        assertThat(scheduled.at("2030-01-01T09:50:01Z").join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    @Requirement("CCMP-D6-19")
    void nobodyNewJoinsAfterTheTimeStatedAndWhoIsInStays() {
        scheduled.conference("", atTen(time("must-join-before-offset", "2030-01-01T10:15:00Z")));
        assertThat(scheduled.at("2030-01-01T10:14:59Z").join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);

        assertRefused(scheduled.at("2030-01-01T10:15:01Z").join(CAROL), "2030-01-01T10:15:00Z");
        assertThat(Roster.ids(scheduled.house(), scheduled.id(), ALICE)).contains(BOB);
        assertThat(scheduled.join(BOB).code()).as("he is in").isEqualTo(ResponseCode.CONFLICT);
    }

    @Test
    @Requirement("DM-4.2.5-07")
    void theTimesOfTheFirstOccurrenceAreAsFarFromEveryLaterOne() {
        scheduled.conference("", atTen(time("must-join-before-offset", "2030-01-01T11:00:00Z"), WEEKLY));

        assertThat(scheduled.at("2030-01-15T10:59:59Z").join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);
        assertRefused(scheduled.at("2030-01-15T11:00:01Z").join(CAROL), "2030-01-22T10:00:00Z");
        assertRefused(scheduled.at("2030-01-16T10:30:00Z").join(CAROL), "2030-01-22T10:00:00Z");
    }

    @Test
    void aLengthIsNoTime() {
        for (String element : List.of("can-join-after-offset", "must-join-before-offset", "request-user")) {
            assertBad(time(element, "PT10M"));
        }
        assertBad("<xcon:mixing-start-offset required-participant='none'>PT10M</xcon:mixing-start-offset>");
        assertBad(mixingEnd("PT10M", "none"));
    }

    private void assertBad(String time) {
        assertThat(scheduled.house().ask(Scheduled.creation("", atTen(time))).code())
                .as(time)
                .isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @Test
    @Requirement("DM-4.2.5-04")
    void theTextIsKeptAsItWasSent() {
        String odd = "\n   BEGIN:VCALENDAR\n\t BEGIN:VEVENT\n\n     DTSTART: 20300101T100000Z\n  DURATION:PT1H\n"
                + " END:VEVENT\n   END:VCALENDAR ";
        scheduled.conference("", "<xcon:entry><xcon:base>" + odd + "</xcon:base></xcon:entry>");

        assertThat(scheduled
                        .house()
                        .documentOf(scheduled.id(), ALICE)
                        .textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CONFERENCE_TIME, Xcon.ENTRY, Xcon.BASE))
                .contains(odd);
        assertThat(scheduled.at("2030-01-01T10:00:00Z").active()).isTrue();
    }

    @Test
    @Requirement("DM-4.2.5-01")
    void anEntryRulesItsOwnOccurrencesOnly() {
        scheduled.conference(
                "",
                atTen(time("must-join-before-offset", "2030-01-01T10:15:00Z")),
                entry(
                        time("must-join-before-offset", "2030-01-02T10:45:00Z"),
                        "DTSTART:20300102T100000Z",
                        "DTEND:20300102T110000Z"));

        assertRefused(scheduled.at("2030-01-01T10:30:00Z").join(BOB), "2030-01-02T10:00:00Z");
        assertThat(scheduled.at("2030-01-02T10:30:00Z").join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);
        assertRefused(scheduled.at("2030-01-02T10:46:00Z").join(CAROL), "2030-01-02T10:45:00Z");
    }

    @Test
    void whoeverComesBeforeTheStartBeginsItWhereNoTimeForbidsIt() {
        scheduled.conference("", atTen(mixingEnd("2030-01-01T11:00:00Z", "none")));

        assertThat(scheduled.join(BOB).code()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(scheduled.active()).isTrue();
        assertRefused(scheduled.at("2030-01-01T11:00:00Z").join(CAROL), "2030-01-01T11:00:00Z");
    }

    @Test
    @Requirement({"DM-4.2.5-02", "XF-7.4-01"})
    void aTextThatSaysNoTimeIsRefusedAndNamed() {
        CcmpResponse unknown = scheduled.house().ask(Scheduled.creation("", atTen("", "RRULE:FREQ=SOMETIMES")));
        assertThat(unknown.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(unknown.reason()).contains("FREQ=SOMETIMES");
        boolean created = scheduled.house().memory().store().transact(snapshot -> {
            boolean[] found = new boolean[1];
            snapshot.all().forEach(object -> found[0] |= object.kind().isConference());
            return Outcome.unchanged(found[0]);
        });
        assertThat(created).isFalse();

        String wrong = "<xcon:entry><xcon:base>tomorrow at nine</xcon:base></xcon:entry>";
        CcmpResponse refused = scheduled.house().ask(Scheduled.creation("", atTen(""), wrong));
        assertThat(refused.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(refused.reason()).contains("xcon:entry[2]/xcon:base");

        scheduled.conference("", atTen(""));
        assertThat(scheduled.reschedule(wrong).code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(scheduled.version()).isEqualTo(1);
    }

    @Test
    void withoutAReaderTheTextIsKeptAndNothingFollows() {
        House house = House.open();
        String wrong = "<xcon:entry><xcon:base>tomorrow at nine</xcon:base></xcon:entry>";
        String conference = house.done(
                        Scheduled.creation("", wrong, atTen(time("can-join-after-offset", "2031-01-01T09:50:00Z"))))
                .confObjId()
                .orElseThrow();

        house.done(Roster.join(BOB, conference));
        assertThat(house.documentOf(conference, ALICE).toString()).contains("tomorrow at nine");
        assertThat(house.memory().scheduler().waiting()).isZero();
    }

    private void assertRefused(CcmpResponse response, String time) {
        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.reason()).contains(scheduled.id()).contains(time);
    }
}
