package io.parley.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where call-backs may go: to a host, perhaps on one port only, or to a range of addresses.
 *
 * <p>A name allows public addresses only, whatever it resolves to. An address, or a range that lies in one of the reserved ones as a
 * whole, allows what it says, loopback and private networks included.
 */
public final class CallbackAllow {

    private static final Pattern CIDR = Pattern.compile("\\[?([0-9A-Fa-f:.]+)\\]?/(\\d{1,3})");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?)(?::(\\d{1,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Wide enough for the widest of the private ranges, and too narrow to mean "everything". */
    private static final int SHORTEST_EXPLICIT_PREFIX = 7;

    private final String host;
    private final OptionalInt port;
    private final byte[] network;
    private final int prefix;
    private final boolean explicit;

    private CallbackAllow(String host, OptionalInt port, byte[] network, int prefix, boolean explicit) {
        this.host = host;
        this.port = port;
        this.network = network;
        this.prefix = prefix;
        this.explicit = explicit;
    }

    /**
     * What {@code HOST[:PORT]} or {@code CIDR} says; IPv6 in brackets where a port follows.
     *
     * @throws IllegalArgumentException if it says neither
     */
    public static CallbackAllow parse(String text) {
        Matcher range = CIDR.matcher(text);
        if (range.matches() && ADDRESS.matcher(range.group(1)).matches()) {
            byte[] address = address(range.group(1));
            int prefix = Integer.parseInt(range.group(2));
            if (prefix > address.length * 8) {
                throw new IllegalArgumentException("a prefix is at most " + address.length * 8 + " here");
            }
            byte[] network = masked(address, prefix);
            return new CallbackAllow("", OptionalInt.empty(), network, prefix, isReserved(network, prefix));
        }
        Matcher single = HOST.matcher(text);
        if (!single.matches()) {
            throw new IllegalArgumentException("HOST[:PORT] or CIDR is wanted");
        }
        String host = bare(single.group(1));
        OptionalInt port =
                single.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(single.group(3)));
        if (port.orElse(1) < 1 || port.orElse(1) > 65_535) {
            throw new IllegalArgumentException("a port is from 1 to 65535");
        }
        if (ADDRESS.matcher(host).matches()) {
            byte[] address = address(host);
            return new CallbackAllow("", port, address, address.length * 8, true);
        }
        return new CallbackAllow(host, port, new byte[0], 0, false);
    }

    /** Whether a call to {@code name}, which has that address, may be made. */
    boolean allows(String name, InetAddress address, int toPort) {
        if (port.isPresent() && port.getAsInt() != toPort) {
            return false;
        }
        if (!host.isEmpty()) {
            return host.equals(bare(name)) && SpecialAddresses.isPublic(address);
        }
        return contains(address) && (explicit || SpecialAddresses.isPublic(address));
    }

    private boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == network.length && Arrays.equals(masked(bytes, prefix), network);
    }

    /** A name or address as it is compared: small letters, no brackets, no dot of the root at the end. */
    static String bare(String host) {
        return host.replaceAll("^\\[|\\]$|\\.$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isReserved(byte[] network, int prefix) {
        byte[] last = new BigInteger(1, network)
                .or(BigInteger.ONE.shiftLeft(network.length * 8 - prefix).subtract(BigInteger.ONE))
                .toByteArray();
        return prefix >= SHORTEST_EXPLICIT_PREFIX
                && !SpecialAddresses.isPublic(of(network))
                && !SpecialAddresses.isPublic(of(sized(last, network.length)));
    }

    private static byte[] masked(byte[] address, int prefix) {
        BigInteger mask =
                BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(address.length * 8 - prefix);
        return sized(new BigInteger(1, address).and(mask).toByteArray(), address.length);
    }

    /** The same number in so many bytes. */
    private static byte[] sized(byte[] number, int length) {
        byte[] sized = new byte[length];
        int taken = Math.min(number.length, length);
        System.arraycopy(number, number.length - taken, sized, length - taken, taken);
        return sized;
    }

    private static byte[] address(String literal) {
        try {
            // No name is looked up: it is digits, dots and colons.
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + literal, e);
        }
    }

    private static InetAddress of(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
