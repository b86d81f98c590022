package io.parley.sip.message;

import java.util.ArrayList;
import java.util.List;

/** Parameters behind semicolons (RFC 3261 section 7.3.1). */
final class Parameters {

    private Parameters() {}

    /** The parts of {@code text} between semicolons that stand outside of quotes; empty ones are dropped. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == ';' && !quoted) {
                add(parts, part);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        part.setLength(0);
    }
}
