package io.parley.sip.stack;

/** Where a message ends (RFC 3261 sections 7.5 and 18.3). */
final class Framing {

    /** There is no {@code Content-Length}. */
    static final int ABSENT = -1;

    /** There is one that is no number, or there are several that do not agree. */
    static final int BAD = -2;

    private Framing() {}

    /** Where the header section ends in the first {@code length} bytes, from {@code start}: at its empty line; -1 if it does not. */
    static int endOfHead(byte[] bytes, int start, int length) {
        for (int i = start; i + 3 < length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The {@code Content-Length} of a header section; a number that does not fit is {@link Integer#MAX_VALUE}. */
    static int contentLength(byte[] head) {
        int found = ABSENT;
        for (int line = nextLine(head, 0); line < head.length; line = nextLine(head, line)) {
            int value = valueOfLength(head, line);
            if (value >= 0) {
                int number = number(head, value);
                if (number == BAD || found != ABSENT && found != number) {
                    return BAD;
                }
                found = number;
            }
        }
        return found;
    }

    private static int nextLine(byte[] head, int from) {
        for (int i = from; i + 1 < head.length; i++) {
            if (head[i] == '\r' && head[i + 1] == '\n') {
                return i + 2;
            }
        }
        return head.length;
    }

    /** Where the value begins if the line is a {@code Content-Length}, in either form; else -1. */
    private static int valueOfLength(byte[] head, int line) {
        int at = afterName(head, line, "content-length");
        if (at < 0) {
            at = afterName(head, line, "l");
        }
        while (at >= 0 && at < head.length && (head[at] == ' ' || head[at] == '\t')) {
            at++;
        }
        return at >= 0 && at < head.length && head[at] == ':' ? at + 1 : -1;
    }

    private static int afterName(byte[] head, int line, String lowerCase) {
        if (line + lowerCase.length() > head.length) {
            return -1;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            byte b = head[line + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase.charAt(i)) {
                return -1;
            }
        }
        return line + lowerCase.length();
    }

    private static int number(byte[] head, int value) {
        int at = skipSpace(head, value);
        long number = 0;
        int digits = 0;
        while (at < head.length && head[at] >= '0' && head[at] <= '9') {
            number = Math.min(Integer.MAX_VALUE, number * 10 + head[at++] - '0');
            digits++;
        }
        int end = skipSpace(head, at);
        boolean ends = end >= head.length || head[end] == '\r';
        return digits > 0 && ends ? (int) number : BAD;
    }

    /** Behind white space, and behind a line break that a continuation follows. */
    private static int skipSpace(byte[] head, int from) {
        int at = from;
        while (at < head.length) {
            boolean folded = at + 2 < head.length
                    && head[at] == '\r'
                    && head[at + 1] == '\n'
                    && (head[at + 2] == ' ' || head[at + 2] == '\t');
            if (folded) {
                at += 3;
            } else if (head[at] == ' ' || head[at] == '\t') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
