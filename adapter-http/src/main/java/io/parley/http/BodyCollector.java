package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Makes one {@link ByteBuf} of the body of a request and passes both on when it is complete; one that exceeds the limit on the way is
 * answered 413. The buffer grows with what has come, whatever was announced, and holds copies: many small pieces cost no more than a
 * large one. Trailers are dropped.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class BodyCollector extends ChannelInboundHandlerAdapter {

    private static final int FIRST_BYTES = 1024;

    private final int maxBodyBytes;
    private @Nullable Routed request;
    private @Nullable ByteBuf body;

    BodyCollector(ServerSettings settings) {
        this.maxBodyBytes = settings.maxBodyBytes();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Routed head) {
            request = head;
        } else if (message instanceof HttpContent content && request != null) {
            take(context, content, request);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void take(ChannelHandlerContext context, HttpContent content, Routed head) {
        ByteBuf collected = collect(context, content);
        if (collected.readableBytes() > maxBodyBytes) {
            discard();
            context.writeAndFlush(WithinSize.TOO_LARGE.response());
        } else if (content instanceof LastHttpContent) {
            body = null;
            request = null;
            context.fireChannelRead(new Collected(head, collected));
        }
    }

    private ByteBuf collect(ChannelHandlerContext context, HttpContent content) {
        if (body == null) {
            body = context.alloc().heapBuffer(FIRST_BYTES);
        }
        body.writeBytes(content.content());
        content.release();
        return body;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        discard();
    }

    private void discard() {
        if (body != null) {
            body.release();
            body = null;
        }
    }
}
