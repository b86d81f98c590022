package io.parley.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A URL that call-backs go to.
 *
 * @param secure whether by https
 * @param host the host, IPv6 without brackets
 * @param port the port
 * @param pathAndQuery what to ask for there
 */
record CallbackTarget(boolean secure, String host, int port, String pathAndQuery) {

    private static final int LONGEST = 2048;

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        /** All of them. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * The target that {@code url} names.
     *
     * @throws IllegalArgumentException if it is none, or not one that may be used; the message says why
     */
    static CallbackTarget parse(String url, boolean cleartext) {
        URI uri = uri(url);
        String scheme = String.valueOf(uri.getScheme());
        boolean secure = scheme.equalsIgnoreCase("https");
        if (!secure && !(cleartext && scheme.equalsIgnoreCase("http"))) {
            throw new IllegalArgumentException("url: only " + (cleartext ? "http and https" : "https") + " is allowed");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("url: it needs a host and may have no user and no fragment");
        }
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("url: a port is from 1 to 65535");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new CallbackTarget(secure, CallbackAllow.bare(uri.getHost()), port, path + query);
    }

    private static URI uri(String url) {
        try {
            if (url.length() <= LONGEST && url.chars().allMatch(c -> c > ' ' && c < 127)) {
                return new URI(url);
            }
        } catch (URISyntaxException ignored) {
            // Its message quotes the whole.
        }
        throw new IllegalArgumentException("url: not a URL of at most " + LONGEST + " characters");
    }

    /** The address to connect to, of one resolution: one that the configuration allows, or none. */
    Optional<InetSocketAddress> address(Callbacks settings, Resolver resolver) throws UnknownHostException {
        for (InetAddress address : resolver.resolve(host)) {
            if (settings.allowed().stream().anyMatch(allow -> allow.allows(host, address, port))) {
                return Optional.of(new InetSocketAddress(address, port));
            }
        }
        return Optional.empty();
    }

    /** The {@code Host} field. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }
}
