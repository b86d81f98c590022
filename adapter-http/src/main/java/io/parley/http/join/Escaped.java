package io.parley.http.join;

/**
 * Text for character data and quoted attributes, of XML 1.0 and of HTML alike: the five characters that mean something there are references by
 * number, which both know, and what neither may hold is U+FFFD.
 */
final class Escaped {

    private static final int REPLACEMENT = 0xFFFD;

    private Escaped() {}

    static String text(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> {
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    /** XML 1.0 section 2.2, without the controls and non-characters that HTML refuses, and without line ends, which XML would alter. */
    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !surrogate && !none;
    }
}
