package io.parley.examples.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address; IPv6 in brackets
 * @param port 0 for any free one
 */
record HostAndPort(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+(%\\w+)?\\]|[^:\\[\\]\\s]+):(?<port>\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /** What {@code text} says; an {@link IllegalArgumentException} tells what is wrong with it. */
    static HostAndPort parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("HOST:PORT is wanted, an IPv6 address in brackets");
        }
        int port = Integer.parseInt(matcher.group("port"));
        if (port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is at most " + HIGHEST_PORT);
        }
        return new HostAndPort(matcher.group("host"), port);
    }

    /** The address; unresolved if the host has none. */
    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    /** Whether other machines reach it; so they do at an unspecified address. */
    boolean isReachedByOthers() {
        InetAddress address = address().getAddress();
        return address == null || !address.isLoopbackAddress();
    }

    /** The same host with the port that it turned out to be. */
    HostAndPort at(int realPort) {
        return new HostAndPort(host, realPort);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
