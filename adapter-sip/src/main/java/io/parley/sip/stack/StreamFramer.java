package io.parley.sip.stack;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a connection into messages (RFC 3261 section 18.3), and answers the keep-alives between them (RFC 5626 section 4.4.1).
 *
 * <p>Hands on a {@link Reading} for each message, and a {@link StreamEvent} when a message begins, has ended, or when nothing that follows can be
 * understood any more.
 */
final class StreamFramer extends ByteToMessageDecoder {

    private static final byte[] PONG = {'\r', '\n'};
    private static final byte[] NOTHING = {};

    private final int mostHead;
    private final int mostBody;
    private final HeldBytes heldByAll;
    private byte @Nullable [] head;
    private int bodyLength;
    private int scanned;
    private int lineBreaks;
    private boolean begun;
    private boolean broken;
    private int held;

    StreamFramer(StackBounds bounds, HeldBytes heldByAll) {
        this.heldByAll = heldByAll;
        this.mostHead = bounds.headBytes();
        this.mostBody = bounds.bodyBytes();
        // Copies: what a peer sends byte by byte would otherwise cost a buffer each.
        setCumulator(MERGE_CUMULATOR);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        cut(context, in, out);
        byte[] waiting = head;
        if (!hold(in.readableBytes() + (waiting == null ? 0 : waiting.length)) && !broken) {
            fail(in, out, waiting == null ? NOTHING : waiting, 503, "Service Unavailable");
            hold(0);
        }
    }

    private boolean hold(int bytes) {
        boolean room = heldByAll.change(bytes - held);
        boolean more = bytes > held;
        held = bytes;
        // Whoever only finishes what he has begun does no harm.
        return room || !more;
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        hold(0);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        super.channelInactive(context);
        hold(0);
    }

    private void cut(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (head == null) {
            if (scanned == 0 && !skipLineBreaks(context, in)) {
                return;
            }
            if (!begun) {
                begun = true;
                // Not by way of the list: a decoder that adds to it has to have read something.
                context.fireChannelRead(StreamEvent.BEGUN);
            }
            head = readHead(in, out);
        }
        byte[] complete = head;
        if (complete != null && in.readableBytes() >= bodyLength) {
            byte[] body = bodyLength == 0 ? NOTHING : new byte[bodyLength];
            in.readBytes(body);
            head = null;
            begun = false;
            out.add(MessageReader.read(complete, body));
            out.add(StreamEvent.ENDED);
        }
    }

    /** Skips what stands between messages, and tells whether something else follows. */
    private boolean skipLineBreaks(ChannelHandlerContext context, ByteBuf in) {
        while (in.isReadable()) {
            byte next = in.getByte(in.readerIndex());
            if (next != '\r' && next != '\n') {
                lineBreaks = 0;
                return true;
            }
            in.skipBytes(1);
            lineBreaks = next == (lineBreaks % 2 == 0 ? '\r' : '\n') ? lineBreaks + 1 : 0;
            if (lineBreaks == 4) {
                lineBreaks = 0;
                context.fireUserEventTriggered(StreamEvent.PINGED);
                context.writeAndFlush(Unpooled.wrappedBuffer(PONG));
            }
        }
        return false;
    }

    private byte @Nullable [] readHead(ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        if (!isTokenByte(in.getByte(start))) {
            fail(in, out, NOTHING, 400, "Not SIP");
            return null;
        }
        int end = endOfHead(in);
        if (end < 0 || end - start > mostHead) {
            if (in.readableBytes() > mostHead) {
                byte[] beginning = ByteBufUtil.getBytes(in, start, mostHead);
                fail(in, out, wholeLines(beginning), 513, "Message Too Large");
            }
            return null;
        }
        byte[] found = new byte[end - start];
        in.readBytes(found).skipBytes(4);
        scanned = 0;
        int length = Framing.contentLength(found);
        if (length == Framing.ABSENT) {
            fail(in, out, found, 400, "Content-Length Missing");
        } else if (length == Framing.BAD) {
            fail(in, out, found, 400, "Bad Content-Length");
        } else if (length > mostBody) {
            fail(in, out, found, 513, "Message Too Large");
        } else {
            bodyLength = length;
            return found;
        }
        return null;
    }

    /** Where the empty line is, looked for behind what has been looked at already. */
    private int endOfHead(ByteBuf in) {
        int start = in.readerIndex();
        for (int i = start + Math.max(0, scanned - 3); i + 3 < in.writerIndex(); i++) {
            if (in.getByte(i) == '\r'
                    && in.getByte(i + 1) == '\n'
                    && in.getByte(i + 2) == '\r'
                    && in.getByte(i + 3) == '\n') {
                return i;
            }
        }
        scanned = in.readableBytes();
        return -1;
    }

    private static byte[] wholeLines(byte[] beginning) {
        int end = beginning.length;
        while (end > 1 && !(beginning[end - 2] == '\r' && beginning[end - 1] == '\n')) {
            end--;
        }
        return Arrays.copyOf(beginning, Math.max(0, end - 2));
    }

    private static boolean isTokenByte(byte b) {
        return b > ' ' && b < 0x7F;
    }

    /** Nobody knows where the next message would begin: the last answer, and the end. */
    private void fail(ByteBuf in, List<Object> out, byte[] partOfHead, int status, String reason) {
        broken = true;
        head = null;
        in.skipBytes(in.readableBytes());
        out.add(MessageReader.refuse(partOfHead, status, reason));
        out.add(StreamEvent.BROKEN);
    }
}
