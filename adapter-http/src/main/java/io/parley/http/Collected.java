package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.DefaultByteBufHolder;
import java.net.SocketAddress;

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
    Call call(SocketAddress peer) {
        return new Call(request.head(), ByteBufUtil.getBytes(content()), peer);
    }
}
