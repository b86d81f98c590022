package io.parley.document;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a simple value may be: how it is put into one form when it is read, and which values are refused.
 *
 * <p>White space around everything but free text is dropped before the value is looked at. Enumerations are open, as each of them
 * ends in a free-text alternative (RFC 6501 section 5): an unknown word is kept, an empty one is none.
 */
public final class Datatype {

    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger MAX_UNSIGNED_LONG =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final Pattern DATE_TIME_FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
                    + "(\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,40}");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern URI_CHARACTERS = Pattern.compile("[^\\s<>\"{}|\\\\^`]+");

    /** Free text, kept as sent. */
    public static final Datatype TEXT = new Datatype("text", UnaryOperator.identity(), any -> true);

    /** A word or identifier without meaning of its own. */
    public static final Datatype TOKEN = new Datatype("a token", String::strip, value -> !value.isEmpty());

    /** A list of words separated by white space. */
    public static final Datatype TOKENS = new Datatype("a list of tokens", Datatype::collapse, any -> true);

    /** {@code xs:boolean}; {@code 1} and {@code 0} become {@code true} and {@code false}. */
    public static final Datatype BOOLEAN = new Datatype(
            "a boolean", Datatype::canonicalBoolean, value -> value.equals("true") || value.equals("false"));

    /** A number that both schemas admit: 0 to 2147483647. */
    public static final Datatype COUNT = integer("an integer from 0 to 2147483647", BigInteger.ZERO, MAX_INT);

    /** {@code xs:unsignedLong}. */
    public static final Datatype UNSIGNED_LONG =
            integer("an integer from 0 to 18446744073709551615", BigInteger.ZERO, MAX_UNSIGNED_LONG);

    /** A version: 1 or more. */
    public static final Datatype VERSION =
            integer("a positive integer", BigInteger.ONE, BigInteger.valueOf(Long.MAX_VALUE));

    /** The amplification of RFC 6501: -127 to 127. */
    public static final Datatype GAIN =
            integer("an integer from -127 to 127", BigInteger.valueOf(-127), BigInteger.valueOf(127));

    /** {@code xs:language}. */
    public static final Datatype LANGUAGE = new Datatype(
            "a language tag",
            String::strip,
            value -> LANGUAGE_TAG.matcher(value).matches());

    /** A list of {@code xs:language}. */
    public static final Datatype LANGUAGES = new Datatype(
            "a list of language tags",
            Datatype::collapse,
            value -> List.of(value.split(" ")).stream()
                    .allMatch(tag -> LANGUAGE_TAG.matcher(tag).matches()));

    /** A URI reference; international characters are admitted. */
    public static final Datatype URI = new Datatype(
            "a URI", String::strip, value -> URI_CHARACTERS.matcher(value).matches());

    /** A URI with a scheme. */
    public static final Datatype ABSOLUTE_URI = new Datatype(
            "an absolute URI", String::strip, value -> ContactUri.parse(value).isPresent());

    /** The URI of a page: {@code http:} or {@code https:}. */
    public static final Datatype WEB_URI = new Datatype(
            "an http or https URI",
            String::strip,
            value -> ContactUri.parse(value)
                    .filter(uri -> uri.key().startsWith("http:") || uri.key().startsWith("https:"))
                    .isPresent());

    /** The identifier of a conference object; the scheme is supplied where it is left out, as RFC 6501 section 7 does. */
    public static final Datatype XCON_URI = new Datatype(
            "an XCON-URI",
            Datatype::withXconScheme,
            value -> XconUri.parse(value).isPresent());

    /** The identifier of a user. */
    public static final Datatype XCON_USERID = new Datatype(
            "an XCON-USERID", String::strip, value -> XconUserId.parse(value).isPresent());

    /** {@code xs:dateTime}, kept in UTC with {@code Z}; without a zone it is one of UTC. */
    public static final Datatype DATE_TIME = new Datatype("a dateTime", Datatype::inUtc, Datatype::isDateTime);

    /** {@code xs:dateTime} in UTC with {@code Z} (RFC 6501 section 4.2.5). */
    public static final Datatype UTC_TIME = new Datatype(
            "a dateTime in UTC that ends in Z", String::strip, value -> value.endsWith("Z") && isDateTime(value));

    /** The state of RFC 4575, the only closed enumeration. */
    public static final Datatype STATE =
            new Datatype("full, partial or deleted", String::strip, List.of("full", "partial", "deleted")::contains);

    /** A floor chair: the BFCP user number, or on input an XCON-USERID. */
    public static final Datatype MODERATOR_ID = new Datatype(
            "an integer of 0 or more, or an XCON-USERID",
            String::strip,
            value -> COUNT.refusal(COUNT.normalize(value)).isEmpty()
                    || XconUserId.parse(value).isPresent());

    private final String description;
    private final UnaryOperator<String> normalization;
    private final Predicate<String> admits;

    private Datatype(String description, UnaryOperator<String> normalization, Predicate<String> admits) {
        this.description = description;
        this.normalization = normalization;
        this.admits = admits;
    }

    /** An open enumeration with these known words. */
    static Datatype open(String... known) {
        return new Datatype(
                "one of " + String.join(", ", known) + ", or another word", String::strip, word -> !word.isEmpty());
    }

    private static Datatype integer(String description, BigInteger lowest, BigInteger highest) {
        return new Datatype(description, Datatype::canonicalInteger, value -> {
            if (!INTEGER.matcher(value).matches()) {
                return false;
            }
            BigInteger number = new BigInteger(value);
            return number.compareTo(lowest) >= 0 && number.compareTo(highest) <= 0;
        });
    }

    /** {@code value} in the one form in which it is kept. A value that is refused stays recognisable. */
    public String normalize(String value) {
        return normalization.apply(value);
    }

    /** Why a normalised value is refused, or empty if it is admitted. */
    public Optional<String> refusal(String value) {
        return admits.test(value) ? Optional.empty() : Optional.of("'" + excerpt(value) + "' is not " + description);
    }

    /** The datatype in words. */
    @Override
    public String toString() {
        return description;
    }

    private static String excerpt(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "...";
    }

    private static String collapse(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    private static String canonicalBoolean(String value) {
        String word = value.strip();
        return word.equals("1") ? "true" : word.equals("0") ? "false" : word;
    }

    private static String canonicalInteger(String value) {
        String number = value.strip();
        return INTEGER.matcher(number).matches() ? new BigInteger(number).toString() : number;
    }

    private static String withXconScheme(String value) {
        String uri = value.strip();
        return uri.isEmpty() || uri.contains(":") ? uri : "xcon:" + uri;
    }

    /** A time as it is written in UTC. What would leave the years of four digits stays as it is. */
    private static String inUtc(String value) {
        String time = value.strip();
        if (time.endsWith("Z") || !isDateTime(time)) {
            return time;
        }
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
        String utc = read instanceof OffsetDateTime zoned
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(zoned.withOffsetSameInstant(ZoneOffset.UTC)) + "Z"
                : time + "Z";
        return isDateTime(utc) ? utc : time;
    }

    private static boolean isDateTime(String value) {
        if (!DATE_TIME_FORM.matcher(value).matches()) {
            return false; // java.time is laxer: seconds may be missing, a zone may be named
        }
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(value);
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }
}
