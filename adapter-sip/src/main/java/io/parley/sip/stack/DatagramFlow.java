package io.parley.sip.stack;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalLong;

/** An address that is reached by one of our UDP sockets. */
final class DatagramFlow implements Flow {

    private final Channel socket;
    private final Peer peer;

    DatagramFlow(Channel socket, InetSocketAddress address) {
        this.socket = socket;
        this.peer = new Peer(Transport.UDP, address, OptionalLong.empty(), List.of());
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public Flow answering(InetSocketAddress address) {
        return address.equals(peer.address()) ? this : new DatagramFlow(socket, address);
    }

    @Override
    public void send(byte[] message, Runnable failed) {
        if (!socket.isOpen()) {
            failed.run();
            return;
        }
        // Always by the queue of the event loop, so that the order of sending is that of writing.
        socket.eventLoop().execute(() -> {
            DatagramPacket packet = new DatagramPacket(Unpooled.wrappedBuffer(message), peer.address());
            socket.writeAndFlush(packet).addListener(done -> {
                if (!done.isSuccess()) {
                    failed.run();
                }
            });
        });
    }
}
