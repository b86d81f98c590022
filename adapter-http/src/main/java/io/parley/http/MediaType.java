package io.parley.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A media type or media range as a header field names it (RFC 9110 sections 8.3.1 and 12.5.1).
 *
 * @param type the type in lower case, or an asterisk
 * @param subtype the subtype in lower case, or an asterisk
 * @param parameters the parameters by their names in lower case, without quotation
 */
record MediaType(String type, String subtype, Map<String, String> parameters) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")");
    private static final Pattern PARAMETER =
            Pattern.compile("(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*)\")", Pattern.DOTALL);
    private static final Pattern WEIGHT = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

    MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** The media type in {@code text}; empty if that is none, has a parameter twice or a weight that is none. */
    static Optional<MediaType> parse(String text) {
        List<String> parts = split(text, ';');
        var name = TYPE.matcher(parts.get(0));
        if (!name.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            var parameter = PARAMETER.matcher(part);
            if (!part.isEmpty() && !(parameter.matches() && add(parameters, parameter.group(1), valueOf(parameter)))) {
                return Optional.empty();
            }
        }
        return Optional.of(new MediaType(lower(name.group(1)), lower(name.group(2)), parameters));
    }

    private static boolean add(Map<String, String> parameters, String name, String value) {
        boolean readable = !name.equalsIgnoreCase("q") || WEIGHT.matcher(value).matches();
        return readable && parameters.putIfAbsent(lower(name), value) == null;
    }

    private static String valueOf(java.util.regex.Matcher parameter) {
        String token = parameter.group(2);
        return token != null ? token : parameter.group(3).replaceAll("\\\\(.)", "$1");
    }

    /** The parts of {@code text} between separators that are not quoted, without surrounding white space. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    /** Whether this is that type, in lower case. */
    boolean is(String ofType, String ofSubtype) {
        return type.equals(ofType) && subtype.equals(ofSubtype);
    }

    /** Whether it has that parameter. */
    boolean names(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** Whether it has that parameter with that value, in whatever case, or not at all. */
    boolean allows(String parameter, String value) {
        return parameters.getOrDefault(parameter, value).equalsIgnoreCase(value);
    }

    /** The weight that it has in a list of media ranges, from 0 to 1. */
    double weight() {
        return Double.parseDouble(parameters.getOrDefault("q", "1"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
