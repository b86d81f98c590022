package io.parley.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Answers a connection beyond a limit without reading from it, and closes it (RFC 6503 section 10.4). */
@SuppressWarnings("FutureReturnValueIgnored")
final class TurnedAway extends ChannelInboundHandlerAdapter {

    private final Refusal refusal;
    private final ServerSettings settings;

    TurnedAway(Refusal refusal, ServerSettings settings) {
        this.refusal = refusal;
        this.settings = settings;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(refusal.closing().response())
                .addListener(written -> LingeringClose.begin(context.channel(), settings.lingerTime()));
    }
}
