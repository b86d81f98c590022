package io.parley.identity;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identifier of a conference object (RFC 6501 section 3.3.1): {@code xcon:}, an optional object id with {@code @}, a host.
 *
 * <p>Two of them are equal when they are the same after conversion to lower case (section 3.3.2); nothing else is normalised and the
 * host is never looked up. The spelling in which it was written is kept.
 */
public final class XconUri implements Comparable<XconUri> {

    private static final String SCHEME = "xcon:";
    private static final AsciiSet OBJECT = AsciiSet.lettersDigitsAnd("-._~+=/");

    private final String text;
    private final String key;
    private final int hostAt;

    private XconUri(String text, int hostAt) {
        this.text = text;
        this.key = text.toLowerCase(Locale.ROOT);
        this.hostAt = hostAt;
    }

    /** The XCON-URI that {@code text} is, after its surrounding white space was dropped, or empty if it is none. */
    public static Optional<XconUri> parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.indexOf('@');
        int hostAt = at < 0 ? SCHEME.length() : at + 1;
        boolean is = AsciiSet.hasScheme(SCHEME, trimmed)
                && (at < 0 || OBJECT.makes(trimmed, SCHEME.length(), at))
                && UriHost.isIn(trimmed, hostAt);
        return is ? Optional.of(new XconUri(trimmed, hostAt)) : Optional.empty();
    }

    /** Like {@link #parse}, for text that must be right; an {@link IllegalArgumentException} shows the text that is not. */
    public static XconUri of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an XCON-URI: '" + text + "'"));
    }

    /** The XCON-URI of {@code objectId} in {@code domain}. */
    public static XconUri of(String objectId, String domain) {
        return of(SCHEME + objectId + "@" + domain);
    }

    /** The part between the scheme and {@code @}, as written; empty if there is none. */
    public Optional<String> objectId() {
        return hostAt == SCHEME.length() ? Optional.empty() : Optional.of(text.substring(SCHEME.length(), hostAt - 1));
    }

    /** The host, as written. */
    public String host() {
        return text.substring(hostAt);
    }

    /** Whether the host is {@code domain}, compared in lower case. */
    public boolean isOf(String domain) {
        return host().equalsIgnoreCase(domain);
    }

    /** The form by which XCON-URIs are compared: all in lower case. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XconUri that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(XconUri other) {
        return key.compareTo(other.key);
    }

    /** The spelling in which it was written. */
    @Override
    public String toString() {
        return text;
    }
}
