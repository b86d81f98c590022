package io.parley.sip.message;

import java.util.ArrayList;
import java.util.List;

/** Parameters behind semicolons (RFC 3261 section 7.3.1). */
final class Parameters {

    private Parameters() {}

    /** The parts of {@code text} between semicolons that stand outside of quotes; empty ones are dropped. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == ';' && !quoted) {
                add(parts, text.substring(start, i));
                start = i + 1;
            } else {
                quoted ^= c == '"';
            }
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }
}
