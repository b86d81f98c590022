package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;

/**
 * A fault of the server's own: the client learns its id, the log has the id and where it happened.
 *
 * @param id what both name it by
 * @param fault what was thrown
 */
record Incident(String id, Throwable fault) {

    static Incident of(Throwable fault) {
        return new Incident(UUID.randomUUID().toString(), fault);
    }

    void report(Logger log, String what) {
        log.error("Incident {}: {}", id, what, new Wordless(fault, 0));
    }

    /** 500, and the end of the connection. */
    FullHttpResponse response() {
        byte[] text = ("Incident " + id + "\n").getBytes(StandardCharsets.US_ASCII);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.INTERNAL_SERVER_ERROR, Unpooled.wrappedBuffer(text));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=us-ascii")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }

    /** The classes and lines of a fault and its causes. Not their messages, which may quote documents and passwords. */
    private static final class Wordless extends Exception {

        private static final long serialVersionUID = 1;
        private static final int MOST_CAUSES = 10;

        Wordless(Throwable fault, int depth) {
            super(
                    fault.getClass().getName(),
                    fault.getCause() == null || depth == MOST_CAUSES
                            ? null
                            : new Wordless(fault.getCause(), depth + 1));
            setStackTrace(fault.getStackTrace());
        }
    }
}
