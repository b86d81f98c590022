package io.parley.http.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NAPTR record, as RFC 4848 and RFC 6503 section 12.4 read it.
 *
 * @param order records of a lower one come first
 * @param preference among those of the same order, records of a lower one come first
 * @param flags what kind of record it is
 * @param service for which services it is
 * @param regexp what becomes of the domain
 * @param replacement the domain that knows more
 */
record Naptr(int order, int preference, String flags, String service, String regexp, String replacement) {

    /** In which sequence they are tried (RFC 3958 section 2.2.1). */
    static final Comparator<Naptr> SEQUENCE =
            Comparator.comparingInt(Naptr::order).thenComparingInt(Naptr::preference);

    private static final Pattern TO_A_URI = Pattern.compile("!\\.\\*!(?<uri>[^!\\\\]+)!");
    private static final String ROOT = ".";

    /**
     * Whether it is one for CCMP: {@code XCON:CCMP}, where other protocols may stand beside it, or {@code XCON-CCMP} as the figure of RFC
     * 6503 has it.
     */
    boolean isForCcmp() {
        List<String> words = Arrays.asList(service.toUpperCase(Locale.ROOT).split(":", -1));
        return words.equals(List.of("XCON-CCMP"))
                || words.get(0).equals("XCON") && words.subList(1, words.size()).contains("CCMP");
    }

    /** The domain that it delegates to, if it does. */
    Optional<String> delegation() {
        return flags.isEmpty() && regexp.isEmpty() && !replacement.equals(ROOT)
                ? Optional.of(replacement)
                : Optional.empty();
    }

    /** The URI that it ends in, if it is one of http or https. */
    Optional<URI> uri() {
        Matcher matcher = TO_A_URI.matcher(regexp);
        if (!flags.equalsIgnoreCase("u") || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(matcher.group("uri"));
            Origin.of(uri);
            return Optional.of(uri);
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
