package io.parley.identity;

import io.parley.identity.SipUri.Header;
import io.parley.identity.SipUri.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a {@link SipUri} consists of, as written, and the forms of it that are compared.
 *
 * @param scheme the scheme
 * @param user the user, or the number
 * @param userFrom where the user begins in the text
 * @param userTo where it ends
 * @param password the password
 * @param host the host
 * @param port the port
 * @param parameters the parameters by their names in lower case
 * @param rawHeaders the headers as written, name and value
 */
record SipUriParts(
        Scheme scheme,
        Optional<String> user,
        int userFrom,
        int userTo,
        Optional<String> password,
        Optional<String> host,
        OptionalInt port,
        Map<String, String> parameters,
        List<Map.Entry<String, String>> rawHeaders) {

    /** Scheme, user, password, host and port in the one form that all their spellings share. */
    String address() {
        StringBuilder address = new StringBuilder(scheme.word()).append(':');
        if (scheme == Scheme.TEL) {
            return address.append(withoutSeparators(user.orElse(""))).toString();
        }
        user.ifPresent(name -> address.append(Escapes.canonical(name)));
        password.ifPresent(secret -> address.append(':').append(Escapes.canonical(secret)));
        user.ifPresent(name -> address.append('@'));
        host.ifPresent(name -> address.append(lower(name)));
        port.ifPresent(number -> address.append(':').append(number));
        return address.toString();
    }

    /** The value of a parameter in the one form that all its spellings share. */
    Optional<String> canonicalParameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(this::canonicalValue);
    }

    private String canonicalValue(String value) {
        String canonical = lower(Escapes.canonical(value));
        return scheme == Scheme.TEL ? withoutSeparators(canonical) : canonical;
    }

    /** All parameters in one form. */
    String parametersKey() {
        StringBuilder key = new StringBuilder();
        new TreeMap<>(parameters)
                .forEach((name, value) ->
                        key.append(';').append(name).append('=').append(canonicalValue(value)));
        return key.toString();
    }

    /** All headers in one form; whatever tells two of them apart is kept, their order is not. */
    String headersKey() {
        List<String> headers = new ArrayList<>();
        rawHeaders.forEach(header -> headers.add(
                "?" + lower(Escapes.canonical(header.getKey())) + "=" + lower(Escapes.canonical(header.getValue()))));
        Collections.sort(headers);
        return String.join("", headers);
    }

    /** The headers with their escapes undone. */
    List<Header> headers() {
        return rawHeaders.stream()
                .map(header -> new Header(Escapes.undone(header.getKey()), Escapes.undone(header.getValue())))
                .toList();
    }

    /** A number without what only makes it readable (RFC 3966 section 3). */
    private static String withoutSeparators(String number) {
        return lower(number.replaceAll("[-.()]", ""));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
