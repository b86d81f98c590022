package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;

/** Serves the streams of one connection of HTTP/2, and refuses those beyond the limit (RFC 9113 section 5.1.2). */
@SuppressWarnings("FutureReturnValueIgnored")
final class Http2Streams extends ChannelInitializer<Channel> {

    private final Http2Idle idle;
    private final Protocols protocols;

    Http2Streams(Http2Idle idle, Protocols protocols) {
        this.idle = idle;
        this.protocols = protocols;
    }

    @Override
    protected void initChannel(Channel stream) {
        if (idle.count(stream)) {
            protocols.addStream(stream);
        } else {
            stream.pipeline().addLast(new Refused());
        }
    }

    /** Resets its stream at the first frame. */
    private static final class Refused extends SimpleChannelInboundHandler<Object> {
        private boolean reset;

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object frame) {
            if (!reset) {
                reset = true;
                context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM));
            }
        }
    }
}
