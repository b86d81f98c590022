package io.parley.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.AttributeKey;
import io.parley.identity.XconUserId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Who sends, as far as the network tells: an address of IPv4, or the 64 bits of IPv6 that one site has to itself (RFC 4291 section 2.5.4),
 * since whoever has one address there has all.
 *
 * @param network what is counted as one sender
 */
record Sender(String network) {

    /** The user whom the client's certificate stands for, on a connection. */
    static final AttributeKey<XconUserId> CERTIFIED = AttributeKey.valueOf(Sender.class, "certified");

    private static final int SITE_BYTES = 8;

    /** The sender on a connection or one of its streams. */
    static Sender on(Channel channel) {
        return of(channel.remoteAddress());
    }

    static Sender of(SocketAddress address) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? new Sender(site(internet.getAddress()).getHostAddress())
                : new Sender(String.valueOf(address));
    }

    /** The connection that {@code channel} is, or is a stream of. */
    static Channel connection(Channel channel) {
        return channel instanceof Http2StreamChannel stream ? stream.parent() : channel;
    }

    private static InetAddress site(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = Arrays.copyOf(Arrays.copyOf(address.getAddress(), SITE_BYTES), address.getAddress().length);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
