package io.parley.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends over a socket what it is told, byte by byte, and reads what comes. */
final class Wire implements AutoCloseable {

    private final Socket socket = new Socket();
    private final InputStream in;

    Wire(InetSocketAddress server) {
        this("127.0.0.1", server);
    }

    /** From another address of this machine. */
    Wire(String own, InetSocketAddress server) {
        try {
            if (!own.equals("127.0.0.1")) {
                socket.bind(new InetSocketAddress(own, 0));
            }
            socket.setSendBufferSize(16 * 1024);
            socket.connect(server, 5000);
            socket.setSoTimeout(5000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends no more and goes on reading. */
    Wire endOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next response. */
    Answer answer() {
        try {
            return Answer.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line, without its end. */
    String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new AssertionError("The connection ends after \"" + line + "\"");
                }
                line.append((char) c);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().stripTrailing();
    }

    /** Waits for a line that is {@code text}. */
    void await(String text) {
        while (!line().equals(text)) {
            // What else comes is not asked for.
        }
    }

    /** Waits for the server to close the connection, and whether it does so without another byte. */
    boolean ends() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
