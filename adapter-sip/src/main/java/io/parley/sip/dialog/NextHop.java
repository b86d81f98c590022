package io.parley.sip.dialog;

import io.parley.sip.stack.Peer;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.util.Optional;
import java.util.OptionalLong;

/** Where requests within a dialog go (RFC 3261 section 12.2.1.1). */
final class NextHop {

    private static final int PORT = 5060;
    private static final int SECURE_PORT = 5061;

    private NextHop() {}

    /**
     * Where a request for {@code uri} goes; one that is empty is no SIP URI. The connection that {@code peer} last used is taken if it leads to that address, if the URI
     * is one that only a connection leads to (RFC 5626 section 5.3, {@code ob}), and if nobody knows where the host is. Who came by TLS is
     * told nothing in clear, wherever his Contact leads.
     */
    static Target of(Optional<SipUriParts> uri, Peer peer, Locator locator) {
        boolean byConnection = uri.filter(parts -> parts.has("ob")).isPresent();
        Optional<Target> target = byConnection
                ? Optional.empty()
                : of(uri, locator).filter(it -> it.transport() == Transport.TLS || peer.transport() != Transport.TLS);
        if (target.isEmpty()) {
            return back(peer);
        }
        Transport transport = target.get().transport();
        boolean there = peer.transport() == transport
                && peer.address().equals(target.get().address());
        return new Target(transport, target.get().address(), there ? peer.connection() : OptionalLong.empty());
    }

    /** Where a request for {@code uri} goes that belongs to no dialog; empty if nobody knows where that is. */
    static Optional<Target> of(Optional<SipUriParts> uri, Locator locator) {
        return uri.flatMap(parts -> {
            Transport transport = parts.transport();
            int port = parts.port().orElse(transport == Transport.TLS ? SECURE_PORT : PORT);
            return locator.locate(parts.host(), port).map(address -> Target.of(transport, address));
        });
    }

    private static Target back(Peer peer) {
        return new Target(peer.transport(), peer.address(), peer.connection());
    }
}
