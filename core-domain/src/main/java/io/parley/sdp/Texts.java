package io.parley.sdp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What values of a session description may look like (RFC 8866 section 9). */
final class Texts {

    private static final Pattern TOKEN = Pattern.compile("[!#-'*+\\-.0-9A-Z^-~]+");
    private static final Pattern WORD = Pattern.compile("[^\\x00-\\x20\\x7F]+");
    private static final Pattern LINE = Pattern.compile("[^\\x00\\r\\n]+");
    private static final Pattern TIMES = Pattern.compile("[0-9]{1,20} [0-9]{1,20}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,40}");

    private Texts() {}

    /** A {@code token}. */
    static String token(String what, String text) {
        return matching(TOKEN, what, text);
    }

    /** A {@code non-ws-string}. */
    static String word(String what, String text) {
        return matching(WORD, what, text);
    }

    /** A {@code byte-string}: what fits on a line. */
    static String line(String what, String text) {
        return matching(LINE, what, text);
    }

    /** A number that may be longer than any of Java. */
    static String digits(String what, String text) {
        return matching(DIGITS, what, text);
    }

    /** The two numbers of {@code t=}. */
    static String times(String text) {
        return matching(TIMES, "a time", text);
    }

    static void lines(String what, List<String> texts) {
        texts.forEach(text -> line(what, text));
    }

    static void line(String what, Optional<String> text) {
        text.ifPresent(present -> line(what, present));
    }

    private static String matching(Pattern pattern, String what, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " is not '" + text + "'");
        }
        return text;
    }
}
