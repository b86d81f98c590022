package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatatypeTest {

    private static final Map<String, Datatype> ALL = Map.ofEntries(
            Map.entry("TEXT", Datatype.TEXT),
            Map.entry("TOKEN", Datatype.TOKEN),
            Map.entry("TOKENS", Datatype.TOKENS),
            Map.entry("BOOLEAN", Datatype.BOOLEAN),
            Map.entry("COUNT", Datatype.COUNT),
            Map.entry("UNSIGNED_LONG", Datatype.UNSIGNED_LONG),
            Map.entry("VERSION", Datatype.VERSION),
            Map.entry("GAIN", Datatype.GAIN),
            Map.entry("LANGUAGE", Datatype.LANGUAGE),
            Map.entry("LANGUAGES", Datatype.LANGUAGES),
            Map.entry("URI", Datatype.URI),
            Map.entry("ABSOLUTE_URI", Datatype.ABSOLUTE_URI),
            Map.entry("WEB_URI", Datatype.WEB_URI),
            Map.entry("XCON_URI", Datatype.XCON_URI),
            Map.entry("XCON_USERID", Datatype.XCON_USERID),
            Map.entry("DATE_TIME", Datatype.DATE_TIME),
            Map.entry("UTC_TIME", Datatype.UTC_TIME),
            Map.entry("STATE", Datatype.STATE),
            Map.entry("MODERATOR_ID", Datatype.MODERATOR_ID));

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, 1, true",
        "BOOLEAN, 0, false",
        "COUNT, +007, 7",
        "COUNT, -0, 0",
        "GAIN, -012, -12",
        "TOKENS, ' a  b\n c ', a b c",
        "LANGUAGES, ' en\tde ', en de",
        "XCON_URI, conference123@example.com, xcon:conference123@example.com",
        "XCON_URI, conf223, xcon:conf223",
        "TEXT, '  as sent\n', '  as sent\n'",
        "XCON_USERID, ' xcon-userid:Bob@d\n', xcon-userid:Bob@d",
        "DATE_TIME, ' 2026-11-20T09:30:00Z ', 2026-11-20T09:30:00Z",
        "DATE_TIME, 2026-01-01T00:30:00.50+01:00, 2025-12-31T23:30:00.5Z",
        "DATE_TIME, 2026-11-20T09:30:00, 2026-11-20T09:30:00Z",
        "DATE_TIME, 0000-01-01T00:00:00+01:00, 0000-01-01T00:00:00+01:00",
        "UTC_TIME, ' 2026-11-20T09:30:00Z ', 2026-11-20T09:30:00Z"
    })
    void aValueIsPutIntoOneForm(String datatype, String written, String kept) {
        assertThat(ALL.get(datatype).normalize(written)).isEqualTo(kept);
        assertThat(ALL.get(datatype).refusal(kept)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whatIsRefusedIsQuotedInTheReason() {
        return ALL.entrySet().stream()
                .flatMap(entry -> Values.invalid(entry.getValue()).stream()
                        .map(value -> DynamicTest.dynamicTest(
                                entry.getKey() + " " + value,
                                () -> assertThat(entry.getValue()
                                                .refusal(entry.getValue().normalize(value)))
                                        .contains("'" + value + "' is not " + entry.getValue()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T09:30:00Z",
                "2026-11-20T09:30:00",
                "2026-11-20T09:30:00.123456789Z",
                "2026-11-20T09:30:00-14:00",
                "2024-02-29T00:00:00+05:45"
            })
    void aDateTimeIsOneOfXmlSchema(String value) {
        assertThat(Datatype.DATE_TIME.refusal(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-11-20T25:00:00Z",
                "2026-11-20T09:30:00+15:00",
                "2026-11-20T09:30:00.Z",
                "2026-11-20 09:30:00Z"
            })
    void whatIsNoMomentIsNoDateTime(String value) {
        assertThat(Datatype.DATE_TIME.refusal(value)).isPresent();
    }

    @Test
    void anOpenEnumerationAdmitsEveryWordButNone() {
        Datatype open = Datatype.open("one", "other");
        assertThat(open.refusal("one")).isEmpty();
        assertThat(open.refusal("something else")).isEmpty();
        assertThat(open.refusal(open.normalize(" \n"))).contains("'' is not one of one, other, or another word");
    }

    @Test
    void aLongValueIsQuotedInPart() {
        String reason = Datatype.COUNT.refusal("9".repeat(1_000)).orElseThrow();
        assertThat(reason).startsWith("'" + "9".repeat(60) + "...'").hasSizeLessThan(150);
    }

    @Test
    void aNumberTooLongToReadIsRefusedAndNotCalculated() {
        String number = "1".repeat(100_000);
        assertThat(Datatype.UNSIGNED_LONG.normalize(number)).isEqualTo(number);
        assertThat(Datatype.UNSIGNED_LONG.refusal(number)).isPresent();
    }
}
