package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;

/**
 * Reads a connection to which an answer without end is being sent, so that the end of the peer is noticed, and drops what comes. Whoever
 * goes on talking is cut off.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Deafness extends ChannelInboundHandlerAdapter {

    /** Room for a client that pipelines by habit. */
    private static final int MOST_BYTES = 64 * 1024;

    private int dropped;

    private Deafness() {}

    static void begin(Channel channel) {
        ChannelHandlerContext tls = channel.pipeline().context(SslHandler.class);
        if (tls == null) {
            channel.pipeline().addFirst(new Deafness());
        } else {
            // Which goes on to hear: it may have to change keys, and is told the end.
            channel.pipeline().addAfter(tls.name(), "deafness", new Deafness());
        }
        channel.config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            dropped += bytes.readableBytes();
        }
        ReferenceCountUtil.release(message);
        if (dropped > MOST_BYTES) {
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslCloseCompletionEvent) {
            context.close();
        }
        context.fireUserEventTriggered(event);
    }
}
