package io.parley.sip.stack;

import java.net.InetAddress;
import java.util.Arrays;

/** Whom bounds for one sender count together: an IPv4 address, or the first 64 bits of one of IPv6, which one household has at least. */
record Sender(String prefix) {

    static Sender of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Sender(Arrays.toString(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, 8)));
    }
}
