package io.parley.sip.stack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Somebody who speaks SIP by TCP, letter by letter. */
final class TcpPeer implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    TcpPeer(InetSocketAddress server) {
        this(new Socket(), server);
    }

    TcpPeer(Socket unconnected, InetSocketAddress server) {
        this.socket = unconnected;
        try {
            socket.connect(server);
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Answers.PATIENCE_SECONDS));
            this.in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    void send(String message) {
        send(message.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** So many bytes. */
    String receive(int bytes) {
        try {
            return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The next message without its body, which has to be empty. */
    String receive() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            while (!message.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("closed behind '" + message.toString(StandardCharsets.UTF_8) + "'");
                }
                message.write(next);
            }
            return message.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits until the other side closes; what comes before is dropped. */
    void awaitEnd() {
        try {
            in.skipNBytes(Long.MAX_VALUE);
            throw new AssertionError("no end of bytes");
        } catch (java.io.EOFException closed) {
            // as it has to be
        } catch (java.net.SocketTimeoutException open) {
            throw new AssertionError("still open", open);
        } catch (IOException reset) {
            // closed as well
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
