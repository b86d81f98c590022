package io.parley.codec.ical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A content line (RFC 5545 section 3.1).
 *
 * @param name in upper case
 * @param parameters by their names in upper case, without quotes
 * @param value without blanks around it
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    /** The line that {@code text} is; empty for text without a colon. */
    static Optional<ContentLine> of(String text) {
        int colon = outsideQuotes(text, ':', 0);
        if (colon < 1) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        int end = Math.min(outsideQuotes(text, ';', 0) < 0 ? colon : outsideQuotes(text, ';', 0), colon);
        for (int from = end; from < colon; ) {
            int next = outsideQuotes(text, ';', from + 1);
            int to = next < 0 || next > colon ? colon : next;
            String parameter = text.substring(from + 1, to);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        upper(parameter.substring(0, equals)), unquoted(parameter.substring(equals + 1)));
            }
            from = to;
        }
        return Optional.of(new ContentLine(
                upper(text.substring(0, end)),
                Map.copyOf(parameters),
                text.substring(colon + 1).strip()));
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    private static int outsideQuotes(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        return text.replace("\"", "").strip();
    }
}
