package io.parley.sip.dialog;

import io.parley.sip.stack.Peer;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;

/** Where requests within a dialog go (RFC 3261 section 12.2.1.1). */
final class NextHop {

    private static final int PORT = 5060;
    private static final int SECURE_PORT = 5061;

    private NextHop() {}

    /**
     * Where a request for {@code uri} goes. The connection that {@code peer} last used is taken if it leads to that address, if the URI
     * is one that only a connection leads to (RFC 5626 section 5.3, {@code ob}), and if nobody knows where the host is.
     */
    static Target of(String uri, Peer peer, Locator locator) {
        Optional<SipUriParts> parts = SipUriParts.of(uri);
        if (parts.isEmpty() || parts.get().has("ob")) {
            return back(peer);
        }
        Transport transport = parts.get().transport();
        int port = parts.get().port().orElse(transport == Transport.TLS ? SECURE_PORT : PORT);
        Optional<InetSocketAddress> address = locator.locate(parts.get().host(), port);
        if (address.isEmpty()) {
            return back(peer);
        }
        boolean there = peer.transport() == transport && peer.address().equals(address.get());
        return new Target(transport, address.get(), there ? peer.connection() : OptionalLong.empty());
    }

    private static Target back(Peer peer) {
        return new Target(peer.transport(), peer.address(), peer.connection());
    }
}
