package io.parley.sip.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Somebody who speaks SIP by UDP, letter by letter. */
final class UdpPeer implements AutoCloseable {

    private final DatagramSocket socket;
    private final InetSocketAddress server;

    UdpPeer(InetSocketAddress server) {
        this.server = server;
        try {
            this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Answers.PATIENCE_SECONDS));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    }

    void send(String message) {
        send(message.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The next message, or a failure of the test. */
    String receive() {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException nothing) {
            throw new AssertionError("nothing came", nothing);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
