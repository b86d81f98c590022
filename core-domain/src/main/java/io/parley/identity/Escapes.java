package io.parley.identity;

import java.util.Locale;

/** The escapes of URIs: {@code %} and two hexadecimal digits. */
final class Escapes {

    /** Characters that mean something else when they are escaped (RFC 2396 section 2.2). */
    private static final String RESERVED = ";/?:@&=+$,";

    private static final char REPLACEMENT = '\uFFFD';

    private Escapes() {}

    /** Whether a whole escape stands at {@code at}. */
    static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 0x80
                && text.charAt(at + 2) < 0x80;
    }

    private static int octet(String text, int at) {
        return Character.digit(text.charAt(at + 1), 16) * 16 + Character.digit(text.charAt(at + 2), 16);
    }

    /** {@code text} with escapes where they are needed and in upper case, and nowhere else (RFC 3261 section 19.1.4). */
    static String canonical(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder canonical = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (!isEscape(text, at)) {
                canonical.append(text.charAt(at));
                continue;
            }
            int octet = octet(text, at);
            if (octet > ' ' && octet < 0x7F && octet != '%' && RESERVED.indexOf(octet) < 0) {
                canonical.append((char) octet);
            } else {
                canonical.append(text.substring(at, at + 3).toUpperCase(Locale.ROOT));
            }
            at += 2;
        }
        return canonical.toString();
    }

    /** {@code text} with every escape undone; octets that are not UTF-8 become U+FFFD. */
    static String undone(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder undone = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            if (isEscape(text, at)) {
                at = character(text, at, undone);
            } else {
                undone.append(text.charAt(at++));
            }
        }
        return undone.toString();
    }

    /** Appends the character whose escapes begin at {@code at}, and tells where they end. */
    private static int character(String text, int at, StringBuilder undone) {
        int first = octet(text, at);
        int following =
                first < 0x80 ? 0 : first < 0xC2 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : -1;
        int codePoint = following <= 0 ? first : first & (0x3F >> following);
        int end = at + 3;
        for (int i = 0; i < following; i++, end += 3) {
            if (!isEscape(text, end) || (octet(text, end) & 0xC0) != 0x80) {
                following = -1;
            } else {
                codePoint = codePoint << 6 | octet(text, end) & 0x3F;
            }
        }
        boolean overlong = following == 2 && codePoint < 0x800 || following == 3 && codePoint < 0x10000;
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        if (following < 0 || overlong || surrogate || codePoint > Character.MAX_CODE_POINT) {
            undone.append(REPLACEMENT);
            return at + 3;
        }
        undone.appendCodePoint(codePoint);
        return end;
    }
}
