package io.parley.identity;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identifier of a conference user (RFC 6501 section 4.6.5): {@code xcon-userid:} and a name, by habit {@code name@domain}.
 *
 * <p>The ABNF of the RFC forbids the {@code @} that each of its examples holds; here unreserved characters, {@code @}, {@code :},
 * {@code +}, {@code =}, {@code /} and percent escapes are accepted. Compared in lower case, kept as first written.
 */
public final class XconUserId implements Comparable<XconUserId> {

    private static final String SCHEME = "xcon-userid:";
    private static final AsciiSet NAME = AsciiSet.lettersDigitsAnd("-._~@:+=/");

    private final String text;
    private final String key;

    private XconUserId(String text) {
        this.text = text;
        this.key = text.toLowerCase(Locale.ROOT);
    }

    /** The XCON-USERID that {@code text} is, after its surrounding white space was dropped, or empty if it is none. */
    public static Optional<XconUserId> parse(String text) {
        String trimmed = text.strip();
        boolean is = AsciiSet.hasScheme(SCHEME, trimmed)
                && NAME.makesWithEscapes(trimmed, SCHEME.length(), trimmed.length());
        return is ? Optional.of(new XconUserId(trimmed)) : Optional.empty();
    }

    /** Like {@link #parse}, for text that must be right; an {@link IllegalArgumentException} shows the text that is not. */
    public static XconUserId of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an XCON-USERID: '" + text + "'"));
    }

    /** The XCON-USERID of {@code name} in {@code domain}. */
    public static XconUserId of(String name, String domain) {
        return of(SCHEME + name + "@" + domain);
    }

    /** What stands before the last {@code @}, as written, without the scheme. */
    public String name() {
        int at = text.lastIndexOf('@');
        return text.substring(SCHEME.length(), at < 0 ? text.length() : at);
    }

    /** What stands behind the last {@code @}, as written; empty without one. */
    public Optional<String> domain() {
        int at = text.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    }

    /** Whether it belongs to {@code domain}, compared in lower case. */
    public boolean isOf(String domain) {
        return domain().filter(domain::equalsIgnoreCase).isPresent();
    }

    /** The form by which XCON-USERIDs are compared: all in lower case. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XconUserId that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(XconUserId other) {
        return key.compareTo(other.key);
    }

    /** The spelling in which it was written. */
    @Override
    public String toString() {
        return text;
    }
}
