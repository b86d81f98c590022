package io.parley.bench.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server one thing after the other, to make ready what is measured. */
public final class Desk implements AutoCloseable {

    private static final Pattern CONFERENCE = Pattern.compile("<confObjID>([^<]+)</confObjID>");
    private static final String SUCCESS = "response-code>200</";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** Connects to {@code server}. */
    public Desk(InetSocketAddress server) {
        try {
            this.socket = new Socket(server.getAddress(), server.getPort());
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The body of the answer. */
    public String ask(byte[] request) {
        try {
            out.write(request);
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring("content-length:".length()).strip());
                }
            }
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** The body of the answer, which has to be a success. */
    public String done(byte[] request) {
        String answer = ask(request);
        check(answer);
        return answer;
    }

    /** Fails if {@code answer} is not a success. */
    static void check(String answer) {
        if (!answer.contains(SUCCESS)) {
            throw new IllegalStateException("not a success: " + answer);
        }
    }

    /** Makes a conference, and gives its XCON-URI. */
    public String create() {
        Matcher matcher = CONFERENCE.matcher(done(Message.create()));
        if (!matcher.find()) {
            throw new IllegalStateException("an answer without conference");
        }
        return matcher.group(1);
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
