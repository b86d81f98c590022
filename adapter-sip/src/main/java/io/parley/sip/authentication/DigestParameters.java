package io.parley.sip.authentication;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a challenge or its answer says behind {@code Digest} (RFC 3261 section 25.1). One header field is one of them.
 *
 * @param values the values without quotes, by names in lower case
 */
record DigestParameters(Map<String, String> values) {

    private static final String SCHEME = "digest";

    DigestParameters {
        values = Map.copyOf(values);
    }

    /** Whether a header field is of the scheme, well-formed or not. */
    static boolean isOfScheme(String field) {
        return field.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (field.length() == SCHEME.length() || Character.isWhitespace(field.charAt(SCHEME.length())));
    }

    /** What {@code field} says; empty if it is of another scheme, is malformed or says something twice. Takes linear time. */
    static Optional<DigestParameters> parse(String field) {
        if (!isOfScheme(field)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        Scanner scanner = new Scanner(field, SCHEME.length());
        while (scanner.hasMore()) {
            String name = scanner.token().toLowerCase(Locale.ROOT);
            if (name.isEmpty() || !scanner.accepts('=')) {
                return Optional.empty();
            }
            Optional<String> value = scanner.value();
            if (value.isEmpty() || values.put(name, value.get()) != null || !scanner.endsOne()) {
                return Optional.empty();
            }
        }
        return Optional.of(new DigestParameters(values));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A value, or nothing at all for one that is not there, which is how it is hashed. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** As it stands in a quoted string. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What it speaks of; no value, some of which help to guess a password. */
    @Override
    public String toString() {
        return "Digest " + values.keySet();
    }

    private static final class Scanner {
        private final String text;
        private int at;

        private Scanner(String text, int at) {
            this.text = text;
            this.at = at;
        }

        private boolean hasMore() {
            while (at < text.length() && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
                at++;
            }
            return at < text.length();
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private String token() {
            int start = at;
            while (at < text.length()
                    && "=,\"".indexOf(text.charAt(at)) < 0
                    && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean accepts(char wanted) {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != wanted) {
                return false;
            }
            at++;
            skipSpace();
            return true;
        }

        private Optional<String> value() {
            if (at >= text.length() || text.charAt(at) != '"') {
                return Optional.of(token()).filter(value -> !value.isEmpty());
            }
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            return at++ < text.length() ? Optional.of(value.toString()) : Optional.empty();
        }

        private boolean endsOne() {
            skipSpace();
            return at == text.length() || text.charAt(at) == ',';
        }
    }
}
