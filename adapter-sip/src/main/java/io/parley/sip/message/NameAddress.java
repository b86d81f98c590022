package io.parley.sip.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value of {@code From}, {@code To}, {@code Contact}, {@code Refer-To} and their like (RFC 3261 section 20.10): a URI, which may have a
 * display name, and parameters behind it.
 *
 * @param displayName the display name without its quotes
 * @param uri the URI as written, with its own parameters
 * @param parameters the parameters of the header, by lower-case name; a parameter without value has an empty one
 */
public record NameAddress(Optional<String> displayName, String uri, Map<String, String> parameters) {

    /** Copies the parameters, whose order is kept, and refuses a display name or URI of several lines. */
    public NameAddress {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (!isUri(uri)) {
            throw new IllegalArgumentException("not a URI: '" + uri + "'");
        }
    }

    /** Whether {@code text} can stand between angle brackets, whatever its scheme. */
    static boolean isUri(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) == '>') {
                return false;
            }
        }
        return !text.isBlank();
    }

    /** A URI alone. */
    public static NameAddress of(String uri) {
        return new NameAddress(Optional.empty(), uri, Map.of());
    }

    /** What {@code text} says, or empty if it is not of that form. */
    public static Optional<NameAddress> parse(String text) {
        return NameAddressReader.read(text);
    }

    /** A parameter of the header; empty text if it has no value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The tag of {@code From} and {@code To}. */
    public Optional<String> tag() {
        return parameter("tag").filter(tag -> !tag.isEmpty());
    }

    /** This address with a parameter. */
    public NameAddress with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new NameAddress(displayName, uri, more);
    }

    /** As it is written into a header, the URI in angle brackets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        displayName.ifPresent(name -> text.append('"')
                .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\" "));
        text.append('<').append(uri).append('>');
        parameters.forEach((name, value) -> {
            text.append(';').append(name);
            if (!value.isEmpty()) {
                text.append('=').append(value);
            }
        });
        return text.toString();
    }
}
