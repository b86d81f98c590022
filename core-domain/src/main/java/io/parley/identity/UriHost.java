package io.parley.identity;

import java.util.regex.Pattern;

/** The host of a URI as RFC 3986 section 3.2.2 has it: a registered name, an IPv4 address or a bracketed IP literal. */
final class UriHost {

    private static final AsciiSet NAME = AsciiSet.lettersDigitsAnd("-._~!$&'()*+,;=");
    private static final Pattern LITERAL =
            Pattern.compile("\\[(?:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\\.[A-Za-z0-9\\-._~!$&'()*+,;=:]+)]");

    private UriHost() {}

    /** Whether {@code text} is a host from {@code from} to its end. */
    static boolean isIn(String text, int from) {
        return text.startsWith("[", from)
                ? LITERAL.matcher(text).region(from, text.length()).matches()
                : NAME.makesWithEscapes(text, from, text.length());
    }
}
