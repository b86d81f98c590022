package io.parley.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A client that sends what it is told, byte by byte, and reads what comes. */
final class Wire implements AutoCloseable {

    private final Socket socket = new Socket();
    private final InputStream in;

    Wire(InetSocketAddress server) {
        try {
            socket.connect(server, 5000);
            socket.setSoTimeout(5000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a POST that is all right, with further fields, each ending in CRLF. */
    static String post(String fields, String body) {
        return "POST /Xcon/Ccmp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ccmp+xml\r\n" + fields
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String post(String body) {
        return post("", body);
    }

    Wire send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire endOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next response, which must say how long it is. */
    Answer answer() {
        try {
            String statusLine = line();
            if (!statusLine.matches("HTTP/1\\.1 [0-9]{3} .*")) {
                throw new AssertionError("Not a status line: " + statusLine);
            }
            Map<String, List<String>> fields = new LinkedHashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            Answer head = new Answer(Integer.parseInt(statusLine.substring(9, 12)), fields, "");
            int length = Integer.parseInt(head.field("content-length"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("The body ends after " + body.length + " of " + length + " bytes");
            }
            return new Answer(head.status(), fields, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server has closed the connection, without another byte. */
    boolean ended() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ends after \"" + line + "\"");
            }
            line.append((char) c);
        }
        if (line.length() == 0 || line.charAt(line.length() - 1) != '\r') {
            throw new AssertionError("A line without CR: " + line);
        }
        return line.substring(0, line.length() - 1);
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
