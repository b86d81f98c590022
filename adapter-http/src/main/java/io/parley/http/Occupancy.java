package io.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Tells the {@link Seats} whether the server is at work for a connection, or waits for it. An answer that goes on and on is work until
 * its end.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Occupancy extends ChannelDuplexHandler {

    private boolean atWork;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent && !atWork) {
            atWork = true;
            Seats.of(context.channel()).begin();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            end(context);
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context);
        context.fireChannelInactive();
    }

    private void end(ChannelHandlerContext context) {
        if (atWork) {
            atWork = false;
            Seats.of(context.channel()).end();
        }
    }
}
