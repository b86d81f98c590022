package io.parley.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says in {@code Authorization: Digest} (RFC 7616 section 3.4).
 *
 * @param parameters by their names in lower case
 */
record DigestCredentials(Map<String, String> parameters) {

    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([A-Za-z0-9*_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",]+))\\s*(,|$)");
    private static final Pattern EXTENDED_UTF_8 = Pattern.compile("(?i)utf-8'[^']*'(.*)");
    private static final Pattern COUNT = Pattern.compile("[0-9a-fA-F]{8}");

    /** What {@code text} says; empty if it is malformed or says something twice. */
    static Optional<DigestCredentials> parse(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            String quoted = matcher.group(2);
            String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            if (parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return Optional.of(new DigestCredentials(Map.copyOf(parameters)))
                .filter(it -> it.parameters.keySet().containsAll(List.of("nonce", "uri", "response", "cnonce"))
                        && COUNT.matcher(it.get("nc")).matches()
                        && it.get("qop").equals("auth"));
    }

    /** The value of a parameter, empty if it is not there. */
    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The name of the user, in either spelling (RFC 7616 section 3.4.4). */
    String username() {
        Matcher extended = EXTENDED_UTF_8.matcher(get("username*"));
        if (!extended.matches()) {
            return get("username");
        }
        try {
            return URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    long count() {
        return Long.parseLong(get("nc"), 16);
    }

    /** Names the user and shows no more. */
    @Override
    public String toString() {
        return "DigestCredentials[" + username() + "]";
    }
}
