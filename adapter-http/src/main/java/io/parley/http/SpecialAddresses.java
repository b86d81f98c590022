package io.parley.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses are not of the public Internet (RFC 6890 and the IANA registries that it founds). */
final class SpecialAddresses {

    private SpecialAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublic4(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255)
                : isPublic6(bytes);
    }

    private static boolean isPublic4(int first, int second, int third) {
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127; // shared address space
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 ->
                !(second == 168
                        || (second == 0 && (third == 0 || third == 2)) // protocol assignments, documentation
                        || (second == 88 && third == 99)); // 6to4 relays
            case 198 -> !(second == 18 || second == 19 || (second == 51 && third == 100)); // benchmarks, documentation
            case 203 -> !(second == 0 && third == 113); // documentation
            default -> first < 224; // multicast, reserved, broadcast
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 255) << 8 | bytes[1] & 255;
        int second = (bytes[2] & 255) << 8 | bytes[3] & 255;
        if (first == 0x64 && second == 0xff9b) {
            return isPublicInside(bytes, 12); // NAT64: an IPv4 address at the end
        }
        if (first == 0x2002) {
            return isPublicInside(bytes, 2); // 6to4: an IPv4 address behind the prefix
        }
        // Global unicast, without Teredo, benchmarks and ORCHID (2001::/23) and documentation.
        boolean global = (first & 0xe000) == 0x2000;
        boolean reserved = first == 0x2001 && (second < 0x200 || second == 0xdb8) || (first & 0xfff0) == 0x3ff0;
        return global && !reserved;
    }

    private static boolean isPublicInside(byte[] bytes, int at) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
