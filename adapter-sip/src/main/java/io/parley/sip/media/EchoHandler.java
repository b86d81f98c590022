package io.parley.sip.media;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.time.InstantSource;

/** Sends packets of RTP back to whoever sent them, or throws them away. All but {@link #heard} on the thread of its channel. */
final class EchoHandler extends SimpleChannelInboundHandler<DatagramPacket> {

    /** In a second: what a stream of audio in packets of 10 ms has, twice. */
    static final int MOST_PACKETS = 200;

    private static final int HEADER_BYTES = 12;
    private static final int VERSION = 2;

    private final boolean echoes;
    private final InstantSource clock;
    private volatile boolean heard = true;
    private long second;
    private int packets;

    EchoHandler(boolean echoes, InstantSource clock) {
        this.echoes = echoes;
        this.clock = clock;
    }

    void heard(boolean now) {
        heard = now;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        if (echoes && heard && isRtp(packet.content()) && isInTime()) {
            context.writeAndFlush(
                    new DatagramPacket(packet.content().retain(), packet.sender()), context.voidPromise());
        }
    }

    /** RFC 3550 section 5.1; what is RTCP on the same port has another second byte (RFC 5761 section 4). */
    private static boolean isRtp(ByteBuf content) {
        if (content.readableBytes() < HEADER_BYTES) {
            return false;
        }
        int second = content.getUnsignedByte(content.readerIndex() + 1);
        return content.getUnsignedByte(content.readerIndex()) >> 6 == VERSION && (second < 192 || second > 223);
    }

    private boolean isInTime() {
        long now = clock.instant().getEpochSecond();
        packets = now == second ? packets + 1 : 1;
        second = now;
        return packets <= MOST_PACKETS;
    }

    /** A phone that is gone is no reason to close the port. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}
}
