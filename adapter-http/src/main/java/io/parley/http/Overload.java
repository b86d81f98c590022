package io.parley.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Answers 503 to a connection beyond the limit without reading from it, and closes it (RFC 6503 section 10.4). */
@SuppressWarnings("FutureReturnValueIgnored")
final class Overload extends ChannelInboundHandlerAdapter {

    private final ServerSettings settings;

    Overload(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(settings.unavailable().closing().response())
                .addListener(written -> LingeringClose.begin(context.channel(), settings.lingerTime()));
    }
}
