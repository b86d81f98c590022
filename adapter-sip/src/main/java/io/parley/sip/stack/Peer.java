package io.parley.sip.stack;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where a message came from.
 *
 * @param transport by what it came
 * @param address the address that the packet came from, which is not always what its headers say
 * @param connection the number of the connection that it came by, unique as long as the stack runs; empty for UDP
 * @param certificates what the peer has proved to hold by TLS, its own certificate first; empty if it showed none
 */
public record Peer(
        Transport transport, InetSocketAddress address, OptionalLong connection, List<X509Certificate> certificates) {

    /** Copies the certificates. */
    public Peer {
        certificates = List.copyOf(certificates);
    }
}
