package io.parley.http.client;

import java.net.URI;
import java.util.Locale;

/**
 * A server as connections and credentials know it (RFC 6454 section 4).
 *
 * @param secure whether it is reached over TLS
 * @param host its name or address in lower case, IPv6 without brackets
 * @param port its port
 */
record Origin(boolean secure, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The server of {@code uri}; an {@link IllegalArgumentException} says why there is none. */
    static Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("neither an http nor an https URI: " + uri);
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a URI with a host and without a user is wanted: " + scheme + "://...");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? (secure ? HTTPS : HTTP) : uri.getPort();
        return new Origin(secure, uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""), port);
    }

    /** What {@code Host} says. */
    String authority() {
        return port == (secure ? HTTPS : HTTP) ? bracketed() : hostAndPort();
    }

    /** What CONNECT asks for. */
    String hostAndPort() {
        return bracketed() + ":" + port;
    }

    private String bracketed() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority();
    }
}
