package io.parley.codec.ical;

import static io.parley.codec.ical.Calendars.event;
import static io.parley.codec.ical.Calendars.read;
import static io.parley.codec.ical.Calendars.refusal;
import static io.parley.codec.ical.Calendars.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.parley.schedule.CalendarReader.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the reader throw, or work for long. */
class HostileCalendarsTest {

    private static final Instant LATER = Instant.parse("2400-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;COUNT=999999999",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11",
                "FREQ=YEARLY;BYWEEKNO=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3;BYMINUTE=0,10,20,30,40,50;BYSETPOS=366",
                "FREQ=WEEKLY;INTERVAL=1000",
                "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;BYMONTH=2"
            })
    void aRuleThatSeldomOrNeverComesIsOverSoon(String rule) {
        String text = event("DTSTART:19000101T000000Z", "RRULE:" + rule);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(starts(read(text), 5)).first().isEqualTo("1900-01-01T00:00:00Z");
            assertThatCode(() -> starts(read(text), LATER, 5)).doesNotThrowAnyException();
        });
    }

    @Test
    void whatLetsAShortTextCauseMuchWorkIsRefused() {
        String all = IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String start = "DTSTART:20300101T000000Z";
        assertThat(refusal(event(start, "RRULE:FREQ=DAILY;BYMINUTE=" + all + ";BYSECOND=" + all)))
                .contains("more than 24 times");
        assertThat(refusal(event(start, "RRULE:FREQ=YEARLY;INTERVAL=2147483647")))
                .contains("interval");
        assertThat(refusal(event(start, "DURATION:P999999W"))).contains("366 days");
        assertThat(refusal(event(start, "RDATE:" + "20300101T000000Z,".repeat(3_800))))
                .isNotEqualTo("(it is read)");
        assertThat(refusal("BEGIN:VCALENDAR\n".repeat(100))).contains("nested");
        assertThat(refusal(event("X:1\r\n".repeat(3_000)))).contains("2000 lines");
        assertThat(refusal(event("X:" + "1".repeat(70_000)))).contains("65536");
    }

    @Property(tries = 2_000)
    void noTextMakesTheReaderThrow(@ForAll("texts") String text) {
        Reading reading = Icalendar.reader().read(text);
        if (reading instanceof Reading.Told told) {
            assertThat(starts(told.recurrence(), 3)).hasSizeLessThanOrEqualTo(3);
            assertThat(starts(told.recurrence(), LATER, 3)).hasSizeLessThanOrEqualTo(3);
            assertThat(told.recurrence().longest()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "BEGIN:",
                "END:",
                "VCALENDAR",
                "VEVENT",
                "VTIMEZONE",
                "STANDARD",
                "DTSTART",
                "DTEND",
                "DURATION",
                "RRULE",
                "RDATE",
                "EXDATE",
                "RECURRENCE-ID",
                "TZID",
                "UID",
                ":",
                ";",
                "=",
                ",",
                "/",
                "\n",
                "\r\n ",
                " ",
                "\"",
                "20300101T100000Z",
                "20300101",
                "T",
                "Z",
                "P",
                "PT1H",
                "P1D",
                "FREQ=",
                "DAILY",
                "YEARLY",
                "HOURLY",
                "INTERVAL=",
                "COUNT=",
                "UNTIL=",
                "BYDAY=",
                "MO",
                "-1SU",
                "BYMONTH=",
                "BYSETPOS=",
                "1",
                "-1",
                "99",
                "Europe/Berlin",
                "TZOFFSETFROM",
                "TZOFFSETTO",
                "+0100",
                "\u0000");
        Arbitrary<String> loose = pieces.list().ofMaxSize(40).map(list -> String.join("", list));
        Arbitrary<String> inEvent = Arbitraries.of(
                        "DTSTART:20300101T100000Z",
                        "DTSTART;TZID=Europe/Berlin:20300331T023000",
                        "DTSTART:20300101",
                        "DTEND:20300101T110000Z",
                        "RRULE:FREQ=HOURLY;BYMONTH=1",
                        "RRULE:FREQ=YEARLY;BYDAY=53MO",
                        "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3",
                        "RRULE:FREQ=WEEKLY;UNTIL=20300201",
                        "EXDATE:20300101T100000Z",
                        "RDATE:20300105",
                        "DURATION:P1D",
                        "UID:a",
                        "RECURRENCE-ID:20300108T100000Z",
                        "END:VEVENT",
                        "BEGIN:VEVENT")
                .list()
                .ofMaxSize(8)
                .map(lines -> event(lines.toArray(String[]::new)));
        return Arbitraries.oneOf(List.of(loose, inEvent, Arbitraries.strings().ofMaxLength(200)));
    }
}
