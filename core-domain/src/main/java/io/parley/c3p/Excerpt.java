package io.parley.c3p;

/** Texts of strangers in texts of ours: no longer than is of use. */
final class Excerpt {

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_FAULT = 250;

    private Excerpt() {}

    /** A value in quotation marks. */
    static String quoted(String value) {
        return "'" + upTo(LONGEST_VALUE, value) + "'";
    }

    /** What is told of a fault, which may hold several values. */
    static String fault(String fault) {
        return upTo(LONGEST_FAULT, fault);
    }

    private static String upTo(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "...";
    }
}
