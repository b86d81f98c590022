package io.parley.codec.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The content lines of a text, unfolded (RFC 5545 section 3.1).
 *
 * <p>In a text whose {@code BEGIN} and {@code END} lines are indented, as in the examples of RFC 6501 and RFC 6504, a line that begins with
 * white space continues the one before only if it does not look like a line of its own. Blank lines, and text that is no line, are
 * skipped.
 */
final class ContentLines {

    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_LINES = 2_000;
    private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\r\\n]");
    private static final Pattern INDENTED_FRAME = Pattern.compile("(?im)^[ \\t]+(BEGIN|END)[ \\t]*:");
    private static final Pattern OWN_LINE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*[ \\t]*(;[^:]*)?:.*");

    private ContentLines() {}

    static List<ContentLine> of(String text) throws UnreadableCalendarException {
        if (text.length() > MOST_CHARACTERS) {
            throw new UnreadableCalendarException("it is longer than " + MOST_CHARACTERS + " characters");
        }
        boolean indented = INDENTED_FRAME.matcher(text).find();
        List<StringBuilder> unfolded = new ArrayList<>();
        for (String raw : BREAK.split(text, -1)) {
            String line = raw.strip();
            if (line.isEmpty()) {
                continue;
            }
            boolean continues = !unfolded.isEmpty()
                    && (raw.charAt(0) == ' ' || raw.charAt(0) == '\t')
                    && !(indented && OWN_LINE.matcher(line).matches());
            if (continues) {
                unfolded.get(unfolded.size() - 1).append(indented ? line : raw.substring(1));
            } else {
                unfolded.add(new StringBuilder(line));
            }
        }
        if (unfolded.size() > MOST_LINES) {
            throw new UnreadableCalendarException("it has more than " + MOST_LINES + " lines");
        }
        return unfolded.stream()
                .flatMap(line -> ContentLine.of(line.toString()).stream())
                .toList();
    }
}
