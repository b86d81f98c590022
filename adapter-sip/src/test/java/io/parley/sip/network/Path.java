package io.parley.sip.network;

import io.parley.sip.stack.Peer;
import io.parley.sip.stack.Transport;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One direction between two stacks. */
record Path(InMemoryStack from, InMemoryStack to, Transport transport, Optional<Connection> connection) {

    Path back() {
        return new Path(to, from, transport, connection);
    }

    /** The sender, as the receiver sees him. */
    Peer sender() {
        InetSocketAddress address = connection.map(it -> it.seenBy(to)).orElse(from.address());
        OptionalLong number = connection.map(it -> OptionalLong.of(it.number)).orElse(OptionalLong.empty());
        List<X509Certificate> certificates = transport == Transport.TLS ? from.certificates() : List.of();
        return new Peer(transport, address, number, certificates);
    }
}
