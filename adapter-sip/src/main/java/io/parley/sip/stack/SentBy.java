package io.parley.sip.stack;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What stands in the Via of what is sent (RFC 3261 section 18.1.1): where answers find us when the connection is gone. */
final class SentBy {

    private final Optional<String> host;
    private final Transports transports;
    private final Map<InetAddress, InetAddress> ways = new ConcurrentHashMap<>();

    SentBy(Optional<String> host, Transports transports) {
        this.host = host;
        this.transports = transports;
    }

    /** The sent-by for somebody at {@code peer}. */
    String to(Peer peer) {
        Optional<InetSocketAddress> listening = transports.listening(peer);
        int port = listening.map(InetSocketAddress::getPort).orElse(peer.transport() == Transport.TLS ? 5061 : 5060);
        if (host.isPresent()) {
            return host.get() + ":" + port;
        }
        InetAddress address = listening
                .map(InetSocketAddress::getAddress)
                .filter(local -> !local.isAnyLocalAddress())
                .orElseGet(() -> way(peer.address().getAddress()));
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return (address instanceof Inet6Address ? "[" + plain + "]" : plain) + ":" + port;
    }

    /** By which of our addresses somebody is reached; nothing is sent to find out. Remembered for a few peers only. */
    private InetAddress way(InetAddress peer) {
        if (ways.size() > 1_000) {
            ways.clear();
        }
        return ways.computeIfAbsent(peer, SentBy::look);
    }

    private static InetAddress look(InetAddress peer) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(peer, 9));
            InetAddress found = socket.getLocalAddress();
            return found == null || found.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : found;
        } catch (IOException | RuntimeException noWay) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
