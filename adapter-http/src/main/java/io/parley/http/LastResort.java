package io.parley.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a connection on which something went wrong that no other handler has foreseen. A reset by the peer,
 * or broken TLS, is not worth a word. */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored")
final class LastResort extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof Http2Exception) {
            // The codec goes on from here: it tells the peer what was wrong and closes, the stream or the connection.
            LOG.debug("HTTP/2 of {}: {}", context.channel().remoteAddress(), cause.getMessage());
            return;
        }
        if (cause instanceof IOException || cause.getCause() instanceof SSLException) {
            LOG.debug("Lost the connection of {}", context.channel().remoteAddress());
        } else {
            Incident.of(cause).report(LOG, "Closing a connection");
        }
        context.close();
    }
}
