package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Accepts no further connection on a listening socket while as many are open as can be served or told that they are not, and some more
 * which are about to be closed. Who has to leave is gone only when the thread of his connection has come to it, and a crowd may arrive
 * faster than that; it waits in the system's queue then.
 */
final class AcceptBound extends ChannelInboundHandlerAdapter {

    private static final int ON_THEIR_WAY_OUT = 256;

    private final int most;
    private int open;

    AcceptBound(ServerBounds bounds) {
        this.most = (int) Math.min(Integer.MAX_VALUE, (long) bounds.connections() + ON_THEIR_WAY_OUT);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Channel accepted) {
            accepted.closeFuture().addListener(closed -> context.executor().execute(() -> closed(context)));
            open++;
            if (open >= most) {
                context.channel().config().setAutoRead(false);
            }
        }
        context.fireChannelRead(message);
    }

    private void closed(ChannelHandlerContext context) {
        open--;
        if (open < most) {
            context.channel().config().setAutoRead(true);
        }
    }
}
