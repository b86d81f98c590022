package io.parley.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URI under which a user can be reached or is known elsewhere: a SIP URI, a telephone number, a mail address.
 *
 * <p>Compared with scheme and host in lower case and everything else as it stands, which is what RFC 3261 section 19.1.4 and RFC 3986
 * section 6.2.2.1 agree on; URI parameters count. The spelling in which it was written is kept.
 */
public final class ContactUri implements Comparable<ContactUri> {

    private static final Pattern FORM = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.\\-]*):(?<rest>\\S+)");

    private final String text;
    private final String key;

    private ContactUri(String text, String key) {
        this.text = text;
        this.key = key;
    }

    /** The absolute URI that {@code text} is, after its surrounding white space was dropped, or empty if it is none. */
    public static Optional<ContactUri> parse(String text) {
        String trimmed = text.strip();
        Matcher matcher = FORM.matcher(trimmed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest");
        int at = Math.max(rest.startsWith("//") ? 2 : 0, rest.indexOf('@') + 1);
        int end = hostEnd(rest, at);
        String key = matcher.group("scheme").toLowerCase(Locale.ROOT)
                + ":"
                + rest.substring(0, at)
                + rest.substring(at, end).toLowerCase(Locale.ROOT)
                + rest.substring(end);
        return Optional.of(new ContactUri(trimmed, key));
    }

    private static int hostEnd(String rest, int from) {
        for (int i = from; i < rest.length(); i++) {
            if (";?/>".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    /** Like {@link #parse}, for text that must be right; an {@link IllegalArgumentException} shows the text that is not. */
    public static ContactUri of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an absolute URI: '" + text + "'"));
    }

    /** The form by which contacts are compared. */
    public String key() {
        return key;
    }

    /** The host behind the {@code @}, in lower case and without the port; empty if there is none. */
    public Optional<String> host() {
        int at = key.indexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String hostAndPort = key.substring(at + 1, hostEnd(key, at + 1));
        int port = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
        return Optional.of(port < 0 ? hostAndPort : hostAndPort.substring(0, port));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContactUri that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(ContactUri other) {
        return key.compareTo(other.key);
    }

    /** The spelling in which it was written. */
    @Override
    public String toString() {
        return text;
    }
}
