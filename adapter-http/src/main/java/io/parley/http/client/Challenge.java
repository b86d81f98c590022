package io.parley.http.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A challenge of {@code WWW-Authenticate} or {@code Proxy-Authenticate} (RFC 9110 section 11.6.1).
 *
 * @param scheme its scheme, in lower case
 * @param parameters its parameters by their names in lower case, without quotation
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G[\\s,]*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(" + TOKEN + "))(?=[\\s,]|$)");
    private static final Pattern SCHEME =
            Pattern.compile("\\G[\\s,]*(" + TOKEN + ")(?:[ \\t]+[A-Za-z0-9._~+/-]+=*(?=\\s*(?:,|$)))?(?=[\\s,]|$)");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** The challenges in the fields of one name, in order, as far as they can be read. */
    static List<Challenge> in(List<String> fields) {
        List<Challenge> challenges = new ArrayList<>();
        fields.forEach(field -> read(field, challenges));
        return challenges;
    }

    private static void read(String field, List<Challenge> challenges) {
        int at = 0;
        Matcher scheme = SCHEME.matcher(field);
        Matcher parameter = PARAMETER.matcher(field);
        while (scheme.find(at)) {
            at = scheme.end();
            Map<String, String> parameters = new TreeMap<>();
            while (parameter.find(at)) {
                at = parameter.end();
                String quoted = parameter.group(2);
                parameters.putIfAbsent(
                        parameter.group(1).toLowerCase(Locale.ROOT),
                        quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
            challenges.add(new Challenge(scheme.group(1).toLowerCase(Locale.ROOT), parameters));
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether only the nonce of the last answer was too old. */
    boolean isStale() {
        return parameter("stale").filter("true"::equalsIgnoreCase).isPresent();
    }
}
