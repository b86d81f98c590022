package io.parley.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Values of each datatype, and values that it refuses. */
final class Values {

    private static final List<String> TEXTS = List.of(
            "Weekly meeting",
            "Grüße an 東京 🎉",
            "a < b & \"c\" ]]> 'd'",
            "  blanks   kept ",
            "two\nlines",
            "see AUTO_GENERATE_1 below",
            "7",
            "x");

    private static final List<String> UNKNOWN_WORDS = List.of("x-unknown", "IVR", "dial out", "Üblich");

    private static final Map<Datatype, Function<Choices, String>> VALID = new LinkedHashMap<>();
    private static final Map<Datatype, List<String>> INVALID = new LinkedHashMap<>();

    static {
        row(Datatype.TEXT, choices -> choices.of(TEXTS));
        row(Datatype.TOKEN, choices -> choices.of("audio", "video", "text", "1", "a b", "ümläut"), "");
        row(Datatype.TOKENS, choices -> choices.of("one", "one two", "a b c d"));
        row(Datatype.BOOLEAN, choices -> choices.of("true", "false"), "yes", "TRUE", "2", "");
        row(Datatype.COUNT, choices -> choices.of("0", "7", "250", "2147483647"), "-1", "2147483648", "x", "1.5", "");
        row(
                Datatype.UNSIGNED_LONG,
                choices -> choices.of("0", "4294967296", "18446744073709551615"),
                "-1",
                "18446744073709551616",
                "x",
                "");
        row(Datatype.VERSION, choices -> choices.of("1", "2", "9223372036854775807"), "0", "-1", "x", "");
        row(Datatype.GAIN, choices -> choices.of("-127", "-1", "0", "127"), "-128", "128", "x", "");
        row(Datatype.LANGUAGE, choices -> choices.of("en", "de-AT", "x-klingon"), "a b", "??", "en-", "abcdefghi", "");
        row(Datatype.LANGUAGES, choices -> choices.of("en", "en de-AT"), "en ??", "");
        row(Datatype.URI, Values::uri, "a b", "<x>", "");
        row(Datatype.ABSOLUTE_URI, Values::contact, "a b", "relative", "");
        row(
                Datatype.WEB_URI,
                choices -> choices.of("http://example.com/", "https://example.com/a?b=c"),
                "ftp://example.com/",
                "example.com",
                "");
        row(Datatype.XCON_URI, choices -> xconUri(choices.below(6)), "sip:a@example.com", "xcon:a b@example.com", "");
        row(Datatype.XCON_USERID, choices -> userId(choices.below(6)), "xcon-userid:", "alice", "");
        row(
                Datatype.DATE_TIME,
                choices -> choices.of("2026-11-20T09:30:00Z", "2026-11-20T07:30:00.125Z", "1999-12-31T23:59:59Z"),
                "2026-11-20",
                "2026-11-20T09:30Z",
                "2026-13-20T09:30:00Z",
                "2026-11-20T09:30:00+01:00[Europe/Vienna]",
                "2026-11-20t09:30:00Z",
                "tomorrow",
                "");
        row(
                Datatype.UTC_TIME,
                choices -> choices.of("2026-11-20T09:30:00Z", "1999-12-31T23:59:59.999Z"),
                "2026-11-20T09:30:00+02:00",
                "2026-11-20T09:30:00",
                "2026-11-20T09:30Z",
                "PT10M",
                "");
        row(Datatype.STATE, choices -> choices.of("full", "partial", "deleted"), "gone", "Full", "");
        row(
                Datatype.MODERATOR_ID,
                choices -> choices.of("0", "12", "xcon-userid:user1@example.com"),
                "-1",
                "x",
                "sip:alice@example.com",
                "");
    }

    private Values() {}

    private static void row(Datatype datatype, Function<Choices, String> valid, String... invalid) {
        VALID.put(datatype, valid);
        INVALID.put(datatype, List.of(invalid));
    }

    /** A value that {@code datatype} admits, in the form in which it is kept. */
    static String valid(Datatype datatype, Choices choices) {
        Function<Choices, String> known = VALID.get(datatype);
        return known != null ? known.apply(choices) : word(datatype, choices);
    }

    /** Two different values that {@code datatype} admits. */
    static List<String> two(Datatype datatype) {
        Set<String> seen = new LinkedHashSet<>();
        for (int seed = 0; seen.size() < 2; seed++) {
            seen.add(valid(datatype, new Choices(seed, 10)));
        }
        return List.copyOf(seen);
    }

    /** Values that {@code datatype} refuses; none for free text. */
    static List<String> invalid(Datatype datatype) {
        return isOpen(datatype) ? List.of("") : INVALID.get(datatype);
    }

    /** The words that an open enumeration names; empty for what is none. */
    static List<String> words(Datatype datatype) {
        if (!isOpen(datatype)) {
            return List.of();
        }
        String description = datatype.toString();
        return List.of(description
                .substring("one of ".length(), description.length() - ", or another word".length())
                .split(", "));
    }

    /** Whether {@code datatype} is an enumeration that anybody may extend. */
    static boolean isOpen(Datatype datatype) {
        return datatype.toString().endsWith(", or another word");
    }

    /** The key number {@code number} of a collection: different numbers, different keys. */
    static String key(Datatype datatype, int number) {
        IntFunction<String> keys = datatype == Datatype.XCON_URI
                ? Values::xconUri
                : datatype == Datatype.XCON_USERID
                        ? Values::userId
                        : datatype == Datatype.URI ? n -> "sip:user" + n + "@example.com" : Integer::toString;
        List<String> words = words(datatype);
        return words.isEmpty() ? keys.apply(number) : number < words.size() ? words.get(number) : "x-word" + number;
    }

    private static String word(Datatype open, Choices choices) {
        return choices.oneIn(5) ? choices.of(UNKNOWN_WORDS) : choices.of(words(open));
    }

    private static String xconUri(int number) {
        return "xcon:conf" + number + "@example.com";
    }

    private static String userId(int number) {
        return "xcon-userid:user" + number + "@example.com";
    }

    private static String contact(Choices choices) {
        return choices.of("sip", "sips", "mailto") + ":user" + choices.below(6) + "@example.com";
    }

    private static String uri(Choices choices) {
        return choices.oneIn(4) ? choices.of("moderator", "*@example.com", "tel:+12015550123") : contact(choices);
    }
}
