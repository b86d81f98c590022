package io.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.ReferenceCountUtil;

/**
 * The one request of a stream of HTTP/2, told to the handlers behind as HTTP/1.1 tells them: first the header section, then the body, which
 * may be empty. When the answer has left before the request was complete, the stream is reset without an error (RFC 9113 section 8.1);
 * what still comes is dropped. An answer that goes on and on ends with the stream when the server closes; the connection is others'.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Http2Request extends ChannelDuplexHandler {

    private boolean complete;
    private boolean answered;
    private boolean streaming;
    private boolean draining;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (answered) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            context.fireUserEventTriggered(ConnectionEvent.REQUEST_BEGUN);
        }
        if (message instanceof LastHttpContent) {
            complete = true;
        }
        if (message instanceof FullHttpRequest whole) {
            context.fireChannelRead(
                    new DefaultHttpRequest(whole.protocolVersion(), whole.method(), whole.uri(), whole.headers()));
            context.fireChannelRead(new DefaultLastHttpContent(whole.content()));
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse) {
            whole(context, message, promise);
        } else if (message instanceof HttpResponse) {
            answered = true;
            streaming = true;
            context.write(message, promise);
            endIfDraining(context);
        } else {
            if (message instanceof LastHttpContent) {
                streaming = false;
            }
            context.write(message, promise);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ConnectionEvent.DRAIN) {
            draining = true;
            endIfDraining(context);
        }
        context.fireUserEventTriggered(event);
    }

    private void endIfDraining(ChannelHandlerContext context) {
        if (draining && streaming) {
            context.close();
        }
    }

    private void whole(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        answered = true;
        context.write(message, promise).addListener((ChannelFuture written) -> {
            if (!written.isSuccess()) {
                context.close();
            } else if (!complete) {
                context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR));
            }
        });
    }
}
