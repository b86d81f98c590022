package io.parley.codec.xml;

import java.util.OptionalInt;

/** Characters: which of them XML 1.0 has, and where words begin and end. */
final class Words {

    private static final int LONGEST_REASON = 400;

    private Words() {}

    /** {@code text} without the white space of XML around it. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }

    /** {@code text} itself; an {@link IllegalArgumentException} if XML 1.0 cannot hold it. */
    static String writable(String text) {
        firstStranger(text).ifPresent(at -> {
            throw new IllegalArgumentException(stranger(text, at));
        });
        return text;
    }

    /** Where the first code point stands that is no character of XML 1.0 (section 2.2, production 2). */
    static OptionalInt firstStranger(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' || character >= Character.MIN_SURROGATE) {
                int codePoint = text.codePointAt(at);
                if (!isCharacter(codePoint)) {
                    return OptionalInt.of(at);
                }
                at += Character.charCount(codePoint) - 1;
            }
        }
        return OptionalInt.empty();
    }

    /** The complaint about that code point. */
    static String stranger(String text, int at) {
        return String.format("U+%04X at index %d is no character of XML 1.0", text.codePointAt(at), at);
    }

    /** {@code reason} as it can be put into a response: of bounded length and free of what XML 1.0 cannot hold. */
    static String presentable(String reason) {
        StringBuilder text = new StringBuilder();
        reason.codePoints()
                .limit(LONGEST_REASON)
                .forEach(codePoint -> text.appendCodePoint(isCharacter(codePoint) ? codePoint : '?'));
        return text.length() < reason.length() ? text.append("...").toString() : text.toString();
    }

    private static boolean isCharacter(int codePoint) {
        return codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint == '\n'
                || codePoint == '\t'
                || codePoint == '\r'
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000 && codePoint <= 0x10FFFF;
    }
}
