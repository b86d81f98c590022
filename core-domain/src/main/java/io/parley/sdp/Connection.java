package io.parley.sdp;

/**
 * Where media go: {@code c=}, and the end of {@code o=} (RFC 8866 sections 5.7 and 5.2).
 *
 * @param network {@code IN}
 * @param type {@code IP4} or {@code IP6}
 * @param address an address or a name, with a TTL and a number if it is one of multicast
 */
public record Connection(String network, String type, String address) {

    private static final String NOWHERE = "0.0.0.0";

    /** Refuses parts that are no words. */
    public Connection {
        Texts.token("a network", network);
        Texts.token("a type of addresses", type);
        Texts.word("an address", address);
    }

    /** In the Internet at {@code host}, an address of IPv6 in brackets or without. */
    public static Connection to(String host) {
        String address = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new Connection("IN", address.contains(":") ? "IP6" : "IP4", address);
    }

    /** Whether nothing is to be sent there, as RFC 2543 had a call on hold (RFC 3264 section 8.4). */
    public boolean isNowhere() {
        return address.equals(NOWHERE);
    }

    /** As it stands on a line. */
    @Override
    public String toString() {
        return network + " " + type + " " + address;
    }
}
