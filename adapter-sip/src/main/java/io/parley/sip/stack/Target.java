package io.parley.sip.stack;

import java.net.InetSocketAddress;
import java.util.OptionalLong;

/**
 * Where a request is sent to.
 *
 * @param transport by what
 * @param address to which address; the connection that is open to it is used if there is one
 * @param connection the connection to use as long as it is open, whatever its address, as RFC 5626 does; empty to choose by address
 */
public record Target(Transport transport, InetSocketAddress address, OptionalLong connection) {

    /** A target of which only the address is known. */
    public static Target of(Transport transport, InetSocketAddress address) {
        return new Target(transport, address, OptionalLong.empty());
    }
}
