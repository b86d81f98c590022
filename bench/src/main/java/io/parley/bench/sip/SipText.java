package io.parley.bench.sip;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A SIP message that came: its start line and header fields, and of its body no more than the length.
 *
 * @param head all lines before the empty one
 * @param body how many bytes the body has
 */
record SipText(String head, int body) {

    boolean isRequest(String method) {
        return head.startsWith(method + " ");
    }

    boolean isResponse() {
        return head.startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(head.substring(8, 11));
    }

    /** The value of the first header field of that name, which is written out and not in its compact form. */
    String field(String name) {
        int at = head.indexOf("\r\n" + name + ": ");
        if (at < 0) {
            throw new IllegalStateException("no " + name + " in " + head);
        }
        int end = head.indexOf("\r\n", at + 2);
        return head.substring(at + name.length() + 4, end < 0 ? head.length() : end);
    }

    /** A 200 without a body. */
    String accepted() {
        StringBuilder text = new StringBuilder("SIP/2.0 200 OK\r\n");
        head.lines()
                .filter(line -> line.startsWith("Via: "))
                .forEach(via -> text.append(via).append("\r\n"));
        for (String name : List.of("From", "To", "Call-ID", "CSeq")) {
            text.append(name).append(": ").append(field(name)).append("\r\n");
        }
        return text.append("Content-Length: 0\r\n\r\n").toString();
    }

    /** Cuts a stream into messages. */
    static final class Decoder extends ByteToMessageDecoder {

        private static final String LENGTH = "\r\ncontent-length:";

        private int searched;

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            int end = endOfHead(in);
            if (end < 0) {
                return;
            }
            int start = in.readerIndex();
            String head = in.toString(start, end - start, StandardCharsets.UTF_8);
            int length = length(head);
            if (in.writerIndex() >= end + 4 + length) {
                in.readerIndex(end + 4 + length);
                searched = 0;
                out.add(new SipText(head, length));
            }
        }

        private int endOfHead(ByteBuf in) {
            for (int i = searched; in.readerIndex() + i + 3 < in.writerIndex(); i++) {
                int at = in.readerIndex() + i;
                if (in.getByte(at) == '\r' && in.getByte(at + 1) == '\n' && in.getByte(at + 2) == '\r') {
                    searched = i;
                    return at;
                }
            }
            return -1;
        }

        private static int length(String head) {
            int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
            if (at < 0) {
                throw new IllegalStateException("no Content-Length: " + head);
            }
            int end = head.indexOf("\r\n", at + 2);
            return Integer.parseInt(head.substring(at + LENGTH.length(), end < 0 ? head.length() : end)
                    .strip());
        }
    }
}
