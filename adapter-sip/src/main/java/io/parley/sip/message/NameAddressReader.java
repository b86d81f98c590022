package io.parley.sip.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code name-addr} and {@code addr-spec} with header parameters (RFC 3261 section 25.1). */
final class NameAddressReader {

    private NameAddressReader() {}

    static Optional<NameAddress> read(String text) {
        String value = text.strip();
        Optional<String> name = Optional.empty();
        int at = 0;
        if (value.startsWith("\"")) {
            StringBuilder quoted = new StringBuilder();
            at = 1;
            while (at < value.length() && value.charAt(at) != '"') {
                if (value.charAt(at) == '\\' && at + 1 < value.length()) {
                    at++;
                }
                quoted.append(value.charAt(at++));
            }
            if (at >= value.length()) {
                return Optional.empty();
            }
            name = Optional.of(quoted.toString());
            value = value.substring(at + 1).stripLeading();
            if (!value.startsWith("<")) {
                return Optional.empty();
            }
        }
        int open = value.indexOf('<');
        if (open < 0) {
            // Without brackets, what follows the first semicolon belongs to the header and not to the URI.
            int end = value.indexOf(';');
            String uri = end < 0 ? value : value.substring(0, end);
            return made(name, uri.strip(), end < 0 ? "" : value.substring(end));
        }
        int close = value.indexOf('>', open);
        if (close < 0) {
            return Optional.empty();
        }
        String token = value.substring(0, open).strip();
        if (name.isEmpty() && !token.isEmpty()) {
            name = Optional.of(token);
        }
        return made(name, value.substring(open + 1, close).strip(), value.substring(close + 1));
    }

    private static Optional<NameAddress> made(Optional<String> name, String uri, String rest) {
        if (!uri.contains(":") || !NameAddress.isUri(uri)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : Parameters.split(rest)) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            parameters.put(key, equals < 0 ? "" : part.substring(equals + 1).strip());
        }
        return Optional.of(new NameAddress(name, uri, parameters));
    }
}
