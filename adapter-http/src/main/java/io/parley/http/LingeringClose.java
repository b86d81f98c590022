package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the last answer arrives (RFC 9112 section 9.6): it ends the sending side, discards what still comes until
 * the peer closes too, and gives up after a time or an amount. Closing at once would make the system reset the connection if there
 * were unread bytes, and the peer might lose the answer.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class LingeringClose extends ChannelInboundHandlerAdapter {

    /** Some more than socket buffers hold on the way, much less than a body that was refused for its size. */
    private static final int MOST_BYTES = 1 << 20;

    private int discarded;

    private LingeringClose() {}

    /** Closes {@code channel} in at most {@code time}. Everything written has left. */
    static void begin(Channel channel, Duration time) {
        if (!(channel instanceof DuplexChannel duplex) || !channel.isActive()) {
            channel.close();
            return;
        }
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        channel.pipeline().addFirst(new LingeringClose());
        if (tls == null) {
            duplex.shutdownOutput();
        } else {
            // TLS has an end of its own (RFC 8446 section 6.1), which tells it from one that somebody has cut off.
            tls.closeOutbound().addListener(told -> duplex.shutdownOutput());
        }
        channel.config().setAutoRead(true);
        var alarm = channel.eventLoop().schedule(() -> channel.close(), time.toNanos(), TimeUnit.NANOSECONDS);
        channel.closeFuture().addListener(closed -> alarm.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof ByteBuf bytes) {
                discarded += bytes.readableBytes();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
        if (discarded > MOST_BYTES) {
            context.close();
        }
    }
}
