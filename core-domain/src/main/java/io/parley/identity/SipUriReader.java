package io.parley.identity;

import io.parley.identity.SipUri.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads URIs by the grammar of RFC 3261 section 25.1 and RFC 3966 section 3, from left to right, each character once or twice. Of hosts
 * it asks for labels of letters, digits, hyphens and, as names of machines have them, underscores.
 */
final class SipUriReader {

    private static final String MARK = "-_.!~*'()";
    private static final String USER = MARK + "&=+$,;?/";
    private static final String PASSWORD = MARK + "&=+$,";
    private static final String PARAMETER = MARK + "[]/:&+$";
    private static final String HEADER = MARK + "[]/?:+$";
    private static final int HIGHEST_PORT = 65535;

    private SipUriReader() {}

    static Optional<SipUriParts> read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon > 4) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "sip" -> sip(Scheme.SIP, text, colon + 1);
            case "sips" -> sip(Scheme.SIPS, text, colon + 1);
            case "tel" -> tel(text, colon + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<SipUriParts> sip(Scheme scheme, String text, int from) {
        int at = text.indexOf('@', from);
        int hostFrom = at < 0 ? from : at + 1;
        int userTo = from;
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.empty();
        if (at >= 0) {
            int colon = text.indexOf(':', from);
            userTo = colon >= 0 && colon < at ? colon : at;
            user = Optional.of(text.substring(from, userTo));
            password = userTo < at ? Optional.of(text.substring(userTo + 1, at)) : Optional.empty();
            if (userTo == from || !consistsOf(user.get(), USER) || !consistsOf(password.orElse(""), PASSWORD)) {
                return Optional.empty();
            }
        }
        int headersFrom = indexOrEnd(text, '?', hostFrom);
        int parametersFrom = Math.min(indexOrEnd(text, ';', hostFrom), headersFrom);
        String hostPort = text.substring(hostFrom, parametersFrom);
        int portFrom = hostPort.indexOf(':', Math.max(0, hostPort.indexOf(']')));
        String host = portFrom < 0 ? hostPort : hostPort.substring(0, portFrom);
        OptionalInt port = portFrom < 0 ? OptionalInt.empty() : port(hostPort.substring(portFrom + 1));
        Optional<Map<String, String>> parameters = parameters(text.substring(parametersFrom, headersFrom));
        Optional<List<Map.Entry<String, String>>> headers = headers(text.substring(headersFrom));
        if (!isHost(host) || portFrom >= 0 && port.isEmpty() || parameters.isEmpty() || headers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SipUriParts(
                scheme, user, from, userTo, password, Optional.of(host), port, parameters.get(), headers.get()));
    }

    private static Optional<SipUriParts> tel(String text, int from) {
        int end = indexOrEnd(text, ';', from);
        String number = text.substring(from, end);
        boolean isGlobal = number.startsWith("+");
        boolean hasDigit = false;
        for (int i = isGlobal ? 1 : 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean isDigit =
                    isDigit(c) || !isGlobal && (Character.digit(c, 16) >= 0 && c < 0x80 || c == '*' || c == '#');
            if (!isDigit && "-.()".indexOf(c) < 0) {
                return Optional.empty();
            }
            hasDigit |= isDigit;
        }
        Optional<Map<String, String>> parameters = parameters(text.substring(end));
        return hasDigit && parameters.isPresent()
                ? Optional.of(new SipUriParts(
                        Scheme.TEL,
                        Optional.of(number),
                        from,
                        end,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        parameters.get(),
                        List.of()))
                : Optional.empty();
    }

    private static OptionalInt port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> isDigit((char) c))) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(digits);
        return port <= HIGHEST_PORT ? OptionalInt.of(port) : OptionalInt.empty();
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.length() > 3
                    && host.indexOf(']') == host.length() - 1
                    && host.indexOf(':') > 0
                    && host.substring(1, host.length() - 1)
                            .chars()
                            .allMatch(c -> c == ':' || c == '.' || c < 0x80 && Character.digit(c, 16) >= 0);
        }
        int labelFrom = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                boolean isTrailingDot = i == host.length() && labelFrom == i && i > 0;
                if (!isTrailingDot && !isLabel(host, labelFrom, i)) {
                    return false;
                }
                labelFrom = i + 1;
            }
        }
        return true;
    }

    private static boolean isLabel(String host, int from, int to) {
        if (from >= to || host.charAt(from) == '-' || host.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = host.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** The parameters in {@code text}, each behind a semicolon; none is there twice (RFC 3261 section 19.1.1). */
    private static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int from = 0; from < text.length(); ) {
            int to = indexOrEnd(text, ';', from + 1);
            int equals = text.indexOf('=', from);
            boolean hasValue = equals >= 0 && equals < to;
            String name = text.substring(from + 1, hasValue ? equals : to);
            String value = hasValue ? text.substring(equals + 1, to) : "";
            if (name.isEmpty() || !consistsOf(name, PARAMETER) || !consistsOf(value, PARAMETER)) {
                return Optional.empty();
            }
            if (parameters.putIfAbsent(Escapes.canonical(name).toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            from = to;
        }
        return Optional.of(Collections.unmodifiableMap(parameters));
    }

    /** The headers in {@code text}, which begins with a question mark if it is not empty. */
    private static Optional<List<Map.Entry<String, String>>> headers(String text) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = indexOrEnd(text, '&', from + 1);
            int equals = text.indexOf('=', from);
            if (equals < 0 || equals > to || equals == from + 1) {
                return Optional.empty();
            }
            String name = text.substring(from + 1, equals);
            String value = text.substring(equals + 1, to);
            if (!consistsOf(name, HEADER) || !consistsOf(value, HEADER)) {
                return Optional.empty();
            }
            headers.add(Map.entry(name, value));
            from = to;
        }
        return Optional.of(List.copyOf(headers));
    }

    /** Whether all of {@code text} is letters, digits, {@code others} and whole escapes. */
    private static boolean consistsOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Escapes.isEscape(text, i)) {
                i += 2;
            } else if (!isAlphanumeric(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int indexOrEnd(String text, char c, int from) {
        int at = text.indexOf(c, from);
        return at < 0 ? text.length() : at;
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
