package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** Puts the handlers around the streams of one connection of HTTP/2; the codec refuses those beyond the limit. */
final class Http2Streams extends ChannelInitializer<Channel> {

    private final Http2Idle idle;
    private final Protocols protocols;

    Http2Streams(Http2Idle idle, Protocols protocols) {
        this.idle = idle;
        this.protocols = protocols;
    }

    @Override
    protected void initChannel(Channel stream) {
        idle.count(stream);
        protocols.addStream(stream);
    }
}
