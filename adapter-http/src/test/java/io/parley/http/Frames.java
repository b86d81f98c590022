package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of HTTP/2 in clear, with prior knowledge, that sends over a socket what frames it is told (RFC 9113 section 4.1). */
final class Frames implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    private static final int ACK = 1;

    record Frame(int type, int flags, int stream, byte[] payload) {
        /** The code of an RST_STREAM or GOAWAY. */
        int error() {
            return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
        }
    }

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();

    Frames(InetSocketAddress server) {
        try {
            socket.connect(server, 10_000);
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send(SETTINGS, 0, 0);
    }

    Frames send(int type, int flags, int stream, byte... payload) {
        byte[] frame = ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
        try {
            socket.getOutputStream().write(frame);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header section of a POST that is all right. */
    Http2Headers post() {
        return new DefaultHttp2Headers()
                .method("POST")
                .scheme("http")
                .authority("localhost")
                .path("/Xcon/Ccmp")
                .add("content-type", "application/ccmp+xml");
    }

    /** The header section of a GET of {@code path} that takes a stream of events. */
    Http2Headers get(String path) {
        return new DefaultHttp2Headers()
                .method("GET")
                .scheme("http")
                .authority("localhost")
                .path(path)
                .add("accept", "text/event-stream");
    }

    /** Makes a request without a body. */
    Frames request(int stream, Http2Headers headers) {
        return send(HEADERS, END_HEADERS | END_STREAM, stream, encoded(headers));
    }

    /** Begins a request; the body is still to come. */
    Frames begin(int stream, Http2Headers headers) {
        return send(HEADERS, END_HEADERS, stream, encoded(headers));
    }

    byte[] encoded(Http2Headers headers) {
        ByteBuf block = Unpooled.buffer();
        try {
            encoder.encodeHeaders(1, headers, block);
            return ByteBufUtil.getBytes(block);
        } catch (Http2Exception e) {
            throw new IllegalStateException(e);
        } finally {
            block.release();
        }
    }

    Frames end(int stream, String body) {
        return send(DATA, END_STREAM, stream, body.getBytes(StandardCharsets.US_ASCII));
    }

    Frames reset(int stream) {
        return send(RST_STREAM, 0, stream, 0, 0, 0, 8);
    }

    private Frames send(int type, int flags, int stream, int... octets) {
        byte[] payload = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            payload[i] = (byte) octets[i];
        }
        return send(type, flags, stream, payload);
    }

    /** The next frame, or none if the server has closed the connection. */
    Optional<Frame> next() {
        try {
            int first = in.readInt();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[first >>> 8];
            in.readFully(payload);
            return Optional.of(new Frame(first & 0xFF, flags, stream, payload));
        } catch (EOFException | SocketException closed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frame of that type, none if the connection ends before; the server's settings are acknowledged on the way. */
    Optional<Frame> next(int type) {
        for (Optional<Frame> frame = next(); frame.isPresent(); frame = next()) {
            if (frame.get().type() == SETTINGS && frame.get().flags() != ACK) {
                send(SETTINGS, ACK, 0);
            }
            if (frame.get().type() == type) {
                return frame;
            }
        }
        return Optional.empty();
    }

    /** The header section of the next answer. */
    Http2Headers answer() {
        Frame frame = next(HEADERS).orElseThrow();
        try {
            return decoder.decodeHeaders(frame.stream(), Unpooled.wrappedBuffer(frame.payload()));
        } catch (Http2Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of the answer whose header section has come. */
    String body() {
        return new String(next(DATA).orElseThrow().payload(), StandardCharsets.US_ASCII);
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
