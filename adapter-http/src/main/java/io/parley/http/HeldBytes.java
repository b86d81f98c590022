package io.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import io.parley.http.Seats.Seat;
import java.io.IOException;
import java.util.Map;

/**
 * Accounts for what a request makes the server hold: its header section and body until the answer is written, then the answer until it has
 * left, each piece for itself if the answer goes on and on. When that is too much over all connections, others who keep the server waiting
 * have to leave, else the answer is 503, or the end of the answer that goes on.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class HeldBytes extends ChannelDuplexHandler {

    /** What a field costs beside its characters. */
    private static final int FIELD = 64;

    private final Refusal unavailable;
    private long request;

    HeldBytes(ServerSettings settings) {
        this.unavailable = settings.unavailable().closing();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        long bytes = bytes(message);
        if (Seats.of(context.channel()).hold(bytes)) {
            request += bytes;
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            context.writeAndFlush(unavailable.response());
        }
    }

    private static long bytes(Object message) {
        if (message instanceof HttpContent content) {
            return content.content().readableBytes();
        }
        if (!(message instanceof Routed request)) {
            return 0;
        }
        long bytes = request.head().uri().length();
        for (Map.Entry<String, String> field : request.head().headers()) {
            bytes += FIELD + field.getKey().length() + field.getValue().length();
        }
        return bytes;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Seat seat = Seats.of(context.channel());
        if (message instanceof HttpResponse) {
            releaseRequest(seat);
        }
        long bytes = message instanceof HttpContent content ? content.content().readableBytes() : 0;
        boolean held = seat.hold(bytes);
        if (!held && !(message instanceof HttpResponse)) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new IOException("no room for what was to be sent"));
            context.close();
            return;
        }
        context.write(message, promise).addListener(written -> {
            if (held) {
                seat.release(bytes);
            }
        });
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        releaseRequest(Seats.of(context.channel()));
    }

    private void releaseRequest(Seat seat) {
        seat.release(request);
        request = 0;
    }
}
