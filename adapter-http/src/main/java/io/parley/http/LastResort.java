package io.parley.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a connection on which something went wrong that no other handler has foreseen. A reset by the peer is not worth a word. */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored")
final class LastResort extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("Lost the connection of {}", context.channel().remoteAddress());
        } else {
            Incident.of(cause).report(LOG, "Closing a connection");
        }
        context.close();
    }
}
