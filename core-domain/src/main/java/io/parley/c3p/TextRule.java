package io.parley.c3p;

import io.parley.document.Datatype;
import io.parley.identity.SipUri;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a text of the schemas may be: how it is put into one form, and which are refused. Unlike those of RFC 6501 these enumerations are
 * closed.
 *
 * @param description the texts admitted, in words
 * @param normalization puts a text into the form in which it is kept
 * @param admits whether a normalised text is admitted
 */
record TextRule(String description, UnaryOperator<String> normalization, Predicate<String> admits) {

    private static final BigInteger MAX_UNSIGNED_INT = BigInteger.valueOf(0xFFFFFFFFL);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,40}");
    private static final Pattern MEETING_ID = Pattern.compile("[1-9][0-9]*");

    /** Free text, kept as sent. */
    static final TextRule TEXT = of(Datatype.TEXT);

    /** A word, possibly an empty one. */
    static final TextRule WORD = new TextRule("a word", String::strip, any -> true);

    /** {@code xs:boolean}. */
    static final TextRule BOOLEAN = of(Datatype.BOOLEAN);

    /** {@code xs:unsignedInt}. */
    static final TextRule UNSIGNED_INT = new TextRule(
            "an integer from 0 to 4294967295",
            TextRule::canonicalNumber,
            value -> DIGITS.matcher(value).matches() && new BigInteger(value).compareTo(MAX_UNSIGNED_INT) <= 0);

    /** {@code xs:nonNegativeInteger}. */
    static final TextRule NON_NEGATIVE = new TextRule(
            "an integer of 0 or more",
            TextRule::canonicalNumber,
            value -> DIGITS.matcher(value).matches());

    /** {@code xs:anyURI}, of which little is asked. */
    static final TextRule URI = new TextRule("a URI", String::strip, any -> true);

    /** A SIP or SIPS URI. */
    static final TextRule SIP_URI = new TextRule(
            "a SIP URI",
            String::strip,
            value -> SipUri.parse(value).filter(SipUri::isSip).isPresent());

    /** A SIP or SIPS URI or a telephone number. */
    static final TextRule SIP_OR_TEL_URI = new TextRule(
            "a sip: or tel: URI", String::strip, value -> SipUri.parse(value).isPresent());

    /** {@code xs:dateTime}. */
    static final TextRule DATE_TIME = of(Datatype.DATE_TIME);

    /** A list of language tags, or none. */
    static final TextRule LANGUAGES = new TextRule(
            "a list of language tags",
            Datatype.LANGUAGES::normalize,
            value -> value.isEmpty() || Datatype.LANGUAGES.refusal(value).isEmpty());

    /** {@code xs:language}. */
    static final TextRule LANGUAGE = of(Datatype.LANGUAGE);

    /** {@code xs:base64Binary}; white space in it is dropped. */
    static final TextRule BASE64 = new TextRule("base64", text -> text.replaceAll("\\s+", ""), TextRule::isBase64);

    /** What ought to be base64 and is looked at by whoever uses it; white space in it is dropped. */
    static final TextRule ENCODED = new TextRule("base64", text -> text.replaceAll("\\s+", ""), any -> true);

    /** Who is admitted (section 2.2.2.3). */
    static final TextRule ADMISSION_POLICY = oneOf("closedAuthenticated", "openAuthenticated", "anonymous");

    /** A number of a meeting that one dials: no leading zero (section 8.2). */
    static final TextRule PSTN_MEETING_ID = new TextRule(
            "a number without leading zero",
            String::strip,
            value -> MEETING_ID.matcher(value).matches());

    private static TextRule of(Datatype datatype) {
        return new TextRule(
                datatype.toString(),
                datatype::normalize,
                value -> datatype.refusal(value).isEmpty());
    }

    /** One of these words. */
    static TextRule oneOf(String... words) {
        return new TextRule("one of " + String.join(", ", words), String::strip, List.of(words)::contains);
    }

    /** As this, but {@code misspelt} is read as {@code word}. */
    TextRule reading(String misspelt, String word) {
        return new TextRule(
                description,
                text -> {
                    String normal = normalization.apply(text);
                    return normal.equals(misspelt) ? word : normal;
                },
                admits);
    }

    String normalize(String text) {
        return normalization.apply(text);
    }

    /** Why a normalised text is refused. */
    Optional<String> refusal(String text) {
        return admits.test(text) ? Optional.empty() : Optional.of(Excerpt.quoted(text) + " is not " + description);
    }

    private static String canonicalNumber(String text) {
        String number = text.strip();
        return DIGITS.matcher(number).matches() ? new BigInteger(number).toString() : number;
    }

    private static boolean isBase64(String text) {
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        String data = text.substring(0, text.length() - padding);
        return text.length() % 4 == 0
                && data.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '+'
                                || c == '/');
    }
}
