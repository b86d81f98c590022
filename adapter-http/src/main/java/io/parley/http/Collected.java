package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.DefaultByteBufHolder;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;

/** A request with its whole body, whose buffer is its holder's to release. */
final class Collected extends DefaultByteBufHolder {

    private final Routed request;

    Collected(Routed request, ByteBuf body) {
        super(body);
        this.request = request;
    }

    Resource resource() {
        return request.resource();
    }

    /** The request as its resource gets it. */
    Call call(Channel channel) {
        Channel connection = Sender.connection(channel);
        return new Call(
                request.head(),
                ByteBufUtil.getBytes(content()),
                channel.remoteAddress(),
                Optional.ofNullable(connection.attr(Sender.CERTIFIED).get()),
                connection.pipeline().get(SslHandler.class) != null);
    }
}
