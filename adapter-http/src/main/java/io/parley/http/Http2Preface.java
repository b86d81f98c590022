package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.List;

/**
 * Looks at the first bytes of a connection in clear: when they are the preface of HTTP/2 (RFC 9113 section 3.4), its handlers take the place
 * of those of HTTP/1.1, which stand behind this one from the start and watch the time. Upgrades are not offered.
 */
final class Http2Preface extends ByteToMessageDecoder {

    private final Protocols protocols;
    private final ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
    private boolean begun;

    Http2Preface(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int known = Math.min(in.readableBytes(), preface.readableBytes());
        if (!ByteBufUtil.equals(in, in.readerIndex(), preface, preface.readerIndex(), known)) {
            context.pipeline().remove(this);
        } else if (known == preface.readableBytes()) {
            ChannelPipeline pipeline = context.pipeline();
            while (pipeline.last() != this) {
                pipeline.removeLast();
            }
            protocols.addHttp2(pipeline);
            pipeline.remove(this);
        } else if (!begun) {
            begun = true;
            context.fireUserEventTriggered(ConnectionEvent.REQUEST_BEGUN);
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        preface.release();
    }
}
