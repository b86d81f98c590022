package io.parley.sip.stack;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each datagram for one message (RFC 3261 section 18.3). */
final class DatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {

    private static final Logger LOG = LoggerFactory.getLogger(DatagramHandler.class);

    private final Transactions transactions;
    private final StackBounds bounds;

    DatagramHandler(Transactions transactions, StackBounds bounds) {
        this.transactions = transactions;
        this.bounds = bounds;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf content = packet.content();
        while (content.isReadable() && isLineBreak(content.getByte(content.readerIndex()))) {
            content.skipBytes(1);
        }
        if (content.isReadable()) {
            Flow flow = new DatagramFlow(context.channel(), packet.sender());
            transactions.received(read(ByteBufUtil.getBytes(content), bounds), flow);
        }
    }

    private static boolean isLineBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    /** Reads the bytes of a datagram; what stands behind the body is dropped. */
    static Reading read(byte[] bytes, StackBounds bounds) {
        int end = Framing.endOfHead(bytes, 0, bytes.length);
        byte[] head = Arrays.copyOf(bytes, end < 0 ? bytes.length : end);
        int rest = end < 0 ? 0 : bytes.length - end - 4;
        int length = Framing.contentLength(head);
        if (end < 0) {
            return MessageReader.refuse(head, 400, "No End of Headers");
        } else if (length == Framing.BAD || length > rest) {
            return MessageReader.refuse(head, 400, "Bad Content-Length");
        } else if (head.length > bounds.headBytes() || rest > bounds.bodyBytes()) {
            return MessageReader.refuse(head, 513, "Message Too Large");
        }
        int bodyLength = length == Framing.ABSENT ? rest : length;
        return MessageReader.read(head, Arrays.copyOfRange(bytes, end + 4, end + 4 + bodyLength));
    }

    /** Such as an ICMP message about somebody else: the socket goes on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A datagram could not be read", cause);
    }
}
