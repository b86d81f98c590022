package io.parley.sip.dialog;

import io.parley.sip.stack.Transport;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a SIP URI says where to send to (RFC 3261 section 19.1): no user, and no headers. */
record SipUriParts(boolean secure, String host, Optional<Integer> port, String parameters) {

    private static final Pattern FORM = Pattern.compile(
            "(?i)(sips?):(?:[^@?]*@)?(\\[[0-9a-f:.]+]|[^:;?\\[\\]@]+)(?::(\\d{1,5}))?(;[^?]*)?(\\?.*)?");

    static Optional<SipUriParts> of(String uri) {
        Matcher matcher = FORM.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Integer> port = Optional.ofNullable(matcher.group(3)).map(Integer::valueOf);
        if (port.filter(it -> it < 1 || it > 65535).isPresent()) {
            return Optional.empty();
        }
        String parameters = Optional.ofNullable(matcher.group(4)).orElse("");
        return Optional.of(
                new SipUriParts(matcher.group(1).equalsIgnoreCase("sips"), matcher.group(2), port, parameters));
    }

    boolean has(String parameter) {
        return value(parameter).isPresent();
    }

    private Optional<String> value(String parameter) {
        for (int start = 0; start < parameters.length(); ) {
            int next = parameters.indexOf(';', start + 1);
            int end = next < 0 ? parameters.length() : next;
            String each = parameters.substring(start + 1, end);
            int equals = each.indexOf('=');
            if (parameter.equalsIgnoreCase(equals < 0 ? each : each.substring(0, equals))) {
                return Optional.of(equals < 0 ? "" : each.substring(equals + 1));
            }
            start = end;
        }
        return Optional.empty();
    }

    /** The transport that it asks for; UDP without a word (RFC 3263 section 4.1, without a look into the DNS). */
    Transport transport() {
        if (secure) {
            return Transport.TLS;
        }
        return switch (value("transport").orElse("udp").toLowerCase(Locale.ROOT)) {
            case "tcp" -> Transport.TCP;
            case "tls" -> Transport.TLS;
            default -> Transport.UDP;
        };
    }
}
