package io.parley.codec.ical;

import static io.parley.codec.ical.Calendars.event;
import static io.parley.codec.ical.Calendars.read;
import static io.parley.codec.ical.Calendars.refusal;
import static io.parley.codec.ical.Calendars.starts;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schedule.Recurrence;
import io.parley.spec.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is read from an iCalendar object (RFC 5545), and what is refused. */
class IcalendarTest {

    @Test
    @Requirement("DM-4.2.5-03")
    void theIndentedTextsOfTheRfcsAreRead() throws IOException {
        Recurrence dialOut = read(base("/vectors/rfc6504-11-conf-request-create.xml"));
        assertThat(starts(dialOut, 3))
                .containsExactly("2010-01-27T14:30:00Z", "2010-02-03T14:30:00Z", "2010-02-10T14:30:00Z");
        assertThat(dialOut.origin().end()).isEqualTo("2010-01-27T16:30:00Z");

        Recurrence example = read(base("/documents/rfc6501-example.xml"));
        assertThat(starts(example, 2)).containsExactly("2007-10-17T14:30:00Z", "2007-10-24T14:30:00Z");
        assertThat(example.origin().end()).isEqualTo("2007-12-17T16:30:00Z");
    }

    private static String base(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(IcalendarTest.class.getResourceAsStream(resource))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("<xcon:base>") + 11, text.indexOf("</xcon:base>"));
        }
    }

    @Test
    void aFoldedLineIsOne() {
        assertThat(starts(read(event("DTSTART:20300101T1", " 00000Z", "RRULE:FREQ=", " DAILY;COUNT=2")), 5))
                .containsExactly("2030-01-01T10:00:00Z", "2030-01-02T10:00:00Z");
    }

    @Test
    void anEventLastsUntilItsEndForItsDurationOrForTheDay() {
        assertThat(length(event("DTSTART:20300101T100000Z", "DTEND:20300101T113000Z")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(length(event("DTSTART:20300101T100000Z", "DURATION:PT2H"))).isEqualTo(Duration.ofHours(2));
        assertThat(length(event("DTSTART;VALUE=DATE:20300101"))).isEqualTo(Duration.ofDays(1));
        assertThat(length(event("DTSTART:20300101T100000Z"))).isEqualTo(Duration.ofHours(1));
        assertThat(length(event("DTSTART:20300101T100000Z", "DURATION:PT0S"))).isEqualTo(Duration.ofHours(1));
    }

    private static Duration length(String text) {
        return read(text).origin().length();
    }

    @Test
    void anAlarmInAnEventSaysNothingOfItsTimes() {
        assertThat(length(event(
                        "BEGIN:VALARM",
                        "TRIGGER:-PT15M",
                        "DURATION:PT5M",
                        "END:VALARM",
                        "DTSTART:20300101T100000Z",
                        "DURATION:PT2H")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatStandsOutsideAnEventCountsWhereThereIsNone() {
        assertThat(starts(read("BEGIN:VCALENDAR\nDTSTART:20300102T100000Z\nDURATION:PT1H\nEND:VCALENDAR"), 2))
                .containsExactly("2030-01-02T10:00:00Z");
    }

    @Test
    void aLocalTimeStaysWhenClocksArePutForwardAndBack() {
        Recurrence weekly = read(event(
                "DTSTART;TZID=Europe/Berlin:20300324T100000",
                "DTEND;TZID=Europe/Berlin:20300324T110000",
                "RRULE:FREQ=WEEKLY"));
        assertThat(starts(weekly, 2)).containsExactly("2030-03-24T09:00:00Z", "2030-03-31T08:00:00Z");
        assertThat(starts(weekly, Instant.parse("2030-10-20T00:00:00Z"), 2))
                .containsExactly("2030-10-20T08:00:00Z", "2030-10-27T09:00:00Z");
    }

    @Test
    void aTimeThatDoesNotExistIsMeantWithTheOffsetBeforeAndOneThatIsThereTwiceIsTheFirst() {
        Recurrence daily = read(event("DTSTART;TZID=Europe/Berlin:20300330T023000", "RRULE:FREQ=DAILY;COUNT=3"));
        assertThat(starts(daily, 5))
                .containsExactly("2030-03-30T01:30:00Z", "2030-03-31T01:30:00Z", "2030-04-01T00:30:00Z");
        assertThat(starts(read(event("DTSTART;TZID=Europe/Berlin:20301027T023000")), 5))
                .containsExactly("2030-10-27T00:30:00Z");
    }

    @Test
    void aZoneThatOnlyTheObjectKnowsIsAsItDescribesIt() {
        String zone = """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16011028T030000
                END:STANDARD
                END:VTIMEZONE
                """;
        assertThat(refusal("BEGIN:VCALENDAR\n" + zone + event("DTSTART;TZID=Customized Time Zone:20300101T100000")))
                .contains("1601");
        String described = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n"
                + "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                + "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
                + "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                + "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
        for (String time : new String[] {
            "20300324T100000",
            "20300331T023000",
            "20300331T100000",
            "20301027T023000",
            "20301027T030000",
            "20301027T100000"
        }) {
            String here = "DTSTART;TZID=Customized Time Zone:" + time;
            String berlin = "DTSTART;TZID=/example.org/2030/Europe/Berlin:" + time;
            assertThat(starts(read("BEGIN:VCALENDAR\r\n" + described + event(here)), 1))
                    .as(time)
                    .isEqualTo(starts(read(event(berlin)), 1));
        }
    }

    @Test
    void aTimeWithoutAZoneIsOneOfTheReaders() {
        String text = event("DTSTART:20300101T100000");
        assertThat(starts(read(text), 1)).containsExactly("2030-01-01T10:00:00Z");
        assertThat(starts(read(text, "Europe/Berlin"), 1)).containsExactly("2030-01-01T09:00:00Z");
    }

    @Test
    void datesAreAddedAndExceptionsLeftOut() {
        Recurrence weekly = read(event(
                "DTSTART:20300101T100000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "RDATE:20300103T100000Z,20300108T100000Z",
                "RDATE;VALUE=PERIOD:20300104T100000Z/PT3H",
                "EXDATE:20300115T100000Z"));
        assertThat(starts(weekly, 9))
                .containsExactly(
                        "2030-01-01T10:00:00Z", "2030-01-03T10:00:00Z", "2030-01-04T10:00:00Z", "2030-01-08T10:00:00Z");
        assertThat(weekly.from(Instant.parse("2030-01-04T00:00:00Z")).next().length())
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void theStartIsTheFirstThatCountsThoughTheRuleDoesNotName() {
        assertThat(starts(read(event("DTSTART:20300101T100000Z", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3")), 9))
                .containsExactly("2030-01-01T10:00:00Z", "2030-01-04T10:00:00Z", "2030-01-11T10:00:00Z");
    }

    @Test
    void aRuleGoesUpToItsUntil() {
        assertThat(starts(read(event("DTSTART:20300101T100000Z", "RRULE:FREQ=DAILY;UNTIL=20300102T100000Z")), 9))
                .hasSize(2);
        assertThat(starts(read(event("DTSTART:20300101T100000Z", "RRULE:FREQ=DAILY;UNTIL=20300102T095959Z")), 9))
                .hasSize(1);
        assertThat(starts(read(event("DTSTART:20300101T100000Z", "RRULE:FREQ=DAILY;UNTIL=20300103")), 9))
                .hasSize(3);
    }

    @Test
    void anotherEventTakesThePlaceOfOneOccurrence() {
        String moved = "END:VEVENT\r\nBEGIN:VEVENT";
        Recurrence weekly = read(event(
                "UID:a",
                "DTSTART:20300101T100000Z",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                moved,
                "UID:a",
                "RECURRENCE-ID:20300108T100000Z",
                "DTSTART:20300109T120000Z"));
        assertThat(starts(weekly, 9))
                .containsExactly("2030-01-01T10:00:00Z", "2030-01-09T12:00:00Z", "2030-01-15T10:00:00Z");
    }

    @Test
    void whatIsCancelledDoesNotTakePlace() {
        assertThat(starts(read(event("DTSTART:20300101T100000Z", "STATUS:CANCELLED")), 9))
                .isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedAndNamed() {
        assertThat(refusal("tomorrow at nine")).contains("BEGIN:VCALENDAR");
        assertThat(refusal("BEGIN:VCALENDAR\nEND:VCALENDAR")).contains("DTSTART");
        assertThat(refusal(event("SUMMARY:x"))).contains("VEVENT has no DTSTART");
        assertThat(refusal(event("DTSTART:20301301T100000Z"))).contains("20301301T100000Z");
        assertThat(refusal(event("DTSTART;TZID=Middle/Earth:20300101T100000"))).contains("Middle/Earth");
        assertThat(refusal(event("DTSTART:20300101T100000Z", "DTEND:20300101T090000Z")))
                .contains("lasts");
        assertThat(refusal(event("DTSTART:20300101T100000Z", "DURATION:1h"))).contains("'1h'");
        assertThat(refusal(event("DTSTART:20300101T100000Z", "RRULE:FREQ=SOMETIMES")))
                .contains("FREQ=SOMETIMES");
        assertThat(refusal(event("DTSTART:20300101T100000Z", "RRULE:FREQ=DAILY;COUNT=0")))
                .contains("COUNT");
        assertThat(refusal(event("DTSTART:20300101T100000Z", "RRULE:FREQ=SECONDLY")))
                .contains("every hour");
        assertThat(refusal(event("DTSTART:20300101T100000Z", "RRULE:FREQ=DAILY;BYDAY=XX")))
                .contains("BYDAY=XX");
    }
}
