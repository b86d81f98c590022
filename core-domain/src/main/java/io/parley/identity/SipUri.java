package io.parley.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A URI of SIP (RFC 3261 section 19.1) or a telephone number ({@code tel:}, RFC 3966), kept as it was written.
 *
 * <p>There are two comparisons. {@link #isEquivalentTo} is the one of RFC 3261 section 19.1.4, which is no equivalence relation, since it
 * ignores most parameters that only one of the two has; it decides whether two URIs mean the same. {@link #equals} lets every parameter
 * count and is otherwise the same (escapes, order, case), so that it is transitive and fit for keys. URIs that are equal are equivalent.
 */
public final class SipUri implements Comparable<SipUri> {

    /** What a URI begins with. */
    public enum Scheme {
        /** {@code sip:}. */
        SIP,
        /** {@code sips:}. */
        SIPS,
        /** {@code tel:}. */
        TEL;

        /** The scheme in lower case, without the colon. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A header that a URI asks to be put into requests formed from it (RFC 3261 section 19.1.1).
     *
     * @param name its name
     * @param value its value, with the escapes of the URI undone
     */
    public record Header(String name, String value) {}

    /**
     * Parameters without which a URI means something else (RFC 3261 section 19.1.4), and the two by which a conference, an endpoint and a
     * user of one and the same address are told apart.
     */
    private static final Set<String> NEVER_IGNORED =
            Set.of("transport", "user", "ttl", "method", "maddr", "gruu", "opaque");

    private final String text;
    private final SipUriParts parts;
    private final String key;

    private SipUri(String text, SipUriParts parts) {
        this.text = text;
        this.parts = parts;
        this.key = parts.address() + parts.parametersKey() + parts.headersKey();
    }

    /** The URI that {@code text} is, after its surrounding white space was dropped, or empty if it is none. Takes linear time. */
    public static Optional<SipUri> parse(String text) {
        String trimmed = text.strip();
        return SipUriReader.read(trimmed).map(parts -> new SipUri(trimmed, parts));
    }

    /** Like {@link #parse}, for text that must be right; an {@link IllegalArgumentException} shows the text that is not. */
    public static SipUri of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a sip:, sips: or tel: URI: '" + text + "'"));
    }

    /** Its scheme. */
    public Scheme scheme() {
        return parts.scheme();
    }

    /** Whether it is a SIP or SIPS URI. */
    public boolean isSip() {
        return parts.scheme() != Scheme.TEL;
    }

    /** The user, as written, without the password; the number of a {@code tel:} URI. */
    public Optional<String> user() {
        return parts.user();
    }

    /** The host, as written; empty in a {@code tel:} URI and nowhere else. */
    public Optional<String> host() {
        return parts.host();
    }

    /** The port, if one is written. */
    public OptionalInt port() {
        return parts.port();
    }

    /** The parameters in the order in which they are written, names in lower case, values as written; one without value has "". */
    public Map<String, String> parameters() {
        return parts.parameters();
    }

    /** The value of the parameter of that name, which is given in lower case; "" if it is there without one. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parts.parameters().get(name));
    }

    /** The headers in the order in which they are written, escapes undone. */
    public List<Header> headers() {
        return parts.headers();
    }

    /** Whether the host is {@code domain}, compared without regard to case. */
    public boolean isOf(String domain) {
        return parts.host().filter(domain::equalsIgnoreCase).isPresent();
    }

    /** Scheme, user and host of this URI, and nothing else of it; of a {@code tel:} URI the number. */
    public SipUri addressOfRecord() {
        String user = parts.user().orElse("");
        String host = parts.host().orElse("");
        String address = scheme().word() + ":" + user + (user.isEmpty() || host.isEmpty() ? "" : "@") + host;
        return address.equals(text) ? this : of(address);
    }

    /** This URI, with {@code sip} for {@code sips}, which names the same user or conference and says how it is reached (RFC 5630 section 3). */
    public SipUri asSip() {
        return scheme() == Scheme.SIPS ? of("sip" + text.substring(text.indexOf(':'))) : this;
    }

    /**
     * This URI with its user in lower case if the host is {@code ownDomain}, where names of users are told apart without regard to case.
     * Two URIs are {@linkplain #isEquivalentTo(SipUri, String) equivalent} to that domain if they are so after this.
     */
    public SipUri folded(String ownDomain) {
        if (!isOf(ownDomain) || parts.user().isEmpty()) {
            return this;
        }
        return of(text.substring(0, parts.userFrom())
                + Escapes.canonical(parts.user().get()).toLowerCase(Locale.ROOT)
                + text.substring(parts.userTo()));
    }

    /**
     * Whether the two mean the same by RFC 3261 section 19.1.4, where besides {@code gruu} and {@code opaque} have to be in both or in
     * neither. Telephone numbers are the same by RFC 3966 section 4.
     */
    public boolean isEquivalentTo(SipUri other) {
        return parts.address().equals(other.parts.address())
                && parts.headersKey().equals(other.parts.headersKey())
                && hasEquivalentParameters(other);
    }

    /** As {@link #isEquivalentTo(SipUri)}, but users of {@code ownDomain} are compared without regard to case. */
    public boolean isEquivalentTo(SipUri other, String ownDomain) {
        return isEquivalentTo(other) || folded(ownDomain).isEquivalentTo(other.folded(ownDomain));
    }

    private boolean hasEquivalentParameters(SipUri other) {
        if (!isSip()) {
            return parts.parametersKey().equals(other.parts.parametersKey());
        }
        Set<String> names = new TreeSet<>(parts.parameters().keySet());
        names.addAll(other.parts.parameters().keySet());
        for (String name : names) {
            Optional<String> mine = parts.canonicalParameter(name);
            Optional<String> theirs = other.parts.canonicalParameter(name);
            boolean differs =
                    mine.isPresent() == theirs.isPresent() ? !mine.equals(theirs) : NEVER_IGNORED.contains(name);
            if (differs) {
                return false;
            }
        }
        return true;
    }

    /** The form by which {@link #equals} compares: one spelling for all that differ in escapes, order and meaningless case only. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SipUri that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(SipUri other) {
        return key.compareTo(other.key);
    }

    /** The spelling in which it was written. */
    @Override
    public String toString() {
        return text;
    }
}
