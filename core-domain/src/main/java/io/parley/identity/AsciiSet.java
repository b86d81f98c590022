package io.parley.identity;

/** A set of ASCII characters. Immutable. */
final class AsciiSet {

    private static final AsciiSet HEX = new AsciiSet("0123456789ABCDEFabcdef");

    private final boolean[] members = new boolean[128];

    private AsciiSet(String characters) {
        characters.chars().forEach(character -> members[character] = true);
    }

    /** The letters, the digits, and {@code others}. */
    static AsciiSet lettersDigitsAnd(String others) {
        return new AsciiSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + others);
    }

    private boolean has(char character) {
        return character < members.length && members[character];
    }

    /** Whether {@code text} has characters of this set from {@code from} to {@code to}, at least one and nothing else. */
    boolean makes(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!has(text.charAt(at))) {
                return false;
            }
        }
        return from < to;
    }

    /** Likewise, where a percent sign and two hexadecimal digits are a character as well (RFC 3986 section 2.1). */
    boolean makesWithEscapes(String text, int from, int to) {
        int at = from;
        while (at < to) {
            if (text.charAt(at) == '%' && at + 3 <= to && HEX.makes(text, at + 1, at + 3)) {
                at += 3;
            } else if (has(text.charAt(at))) {
                at++;
            } else {
                return false;
            }
        }
        return from < to;
    }

    /** Whether {@code text} begins with {@code scheme}, a name in lower case and a colon, whatever the case of its letters. */
    static boolean hasScheme(String scheme, String text) {
        if (text.length() < scheme.length()) {
            return false;
        }
        for (int at = 0; at < scheme.length(); at++) {
            char character = text.charAt(at);
            char lower = character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
            if (lower != scheme.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
