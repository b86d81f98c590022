package io.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Cuts what comes into responses. It knows of HTTP/1.1 what the servers that are measured use: a status line, header fields of which one is
 * {@code Content-Length}, and a body of that length. Anything else fails the measurement.
 */
final class Responses extends ByteToMessageDecoder {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS = "HTTP/1.1 ".length();

    private int total = -1;
    private int head;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (total < 0) {
            int end = endOfHead(in);
            if (end < 0) {
                return;
            }
            head = end - in.readerIndex();
            if (in.getByte(in.readerIndex() + STATUS) != '2') {
                throw new IllegalStateException(
                        "not a success: " + in.toString(in.readerIndex(), head, StandardCharsets.US_ASCII));
            }
            total = head + contentLength(in, end);
        }
        if (in.readableBytes() >= total) {
            in.skipBytes(head);
            out.add(in.readRetainedSlice(total - head));
            total = -1;
        }
    }

    private static int endOfHead(ByteBuf in) {
        for (int at = in.readerIndex(); at + 3 < in.writerIndex(); at++) {
            if (in.getByte(at) == '\r'
                    && in.getByte(at + 1) == '\n'
                    && in.getByte(at + 2) == '\r'
                    && in.getByte(at + 3) == '\n') {
                return at + 4;
            }
        }
        return -1;
    }

    private static int contentLength(ByteBuf in, int end) {
        for (int at = in.readerIndex(); at + LENGTH.length < end; at++) {
            if (in.getByte(at) == '\n' && isLength(in, at + 1)) {
                int length = 0;
                for (int digit = at + 1 + LENGTH.length; in.getByte(digit) != '\r'; digit++) {
                    if (in.getByte(digit) != ' ') {
                        length = length * 10 + in.getByte(digit) - '0';
                    }
                }
                return length;
            }
        }
        throw new IllegalStateException("a response without Content-Length");
    }

    private static boolean isLength(ByteBuf in, int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((in.getByte(at + i) | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
