package io.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Whether a connection persists (RFC 9112 section 9.3): as the client wishes, unless pipelining is switched off (RFC 6503 section 9), the
 * server is closing, or the answer itself says {@code Connection: close}.
 *
 * <p>It reads from the socket only while a request is wanted: none is read while one is being answered, and the next only when the
 * answer has left, so a client that does not take its answers gets no work done.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>in</th><th>on</th><th>to</th></tr>
 *   <tr><td>between</td><td>first byte of a request</td><td>receiving</td></tr>
 *   <tr><td>between</td><td>the server is closing</td><td>closing, at once</td></tr>
 *   <tr><td>receiving</td><td>request complete</td><td>answering</td></tr>
 *   <tr><td>receiving, answering</td><td>answer written that is the last</td><td>closing, when it has left</td></tr>
 *   <tr><td>answering</td><td>answer written, and it has left</td><td>between</td></tr>
 *   <tr><td>answering</td><td>beginning of an answer written</td><td>streaming</td></tr>
 *   <tr><td>streaming</td><td>its end written, or the server is closing</td><td>closing</td></tr>
 * </table>
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Persistence extends ChannelDuplexHandler {

    private enum State {
        BETWEEN,
        RECEIVING,
        ANSWERING,
        STREAMING,
        CLOSING
    }

    private final ServerSettings settings;
    private State state = State.BETWEEN;
    private boolean draining;
    private boolean wanted = true;
    private boolean spelledOut;

    Persistence(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.fireChannelActive();
        context.read();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ConnectionEvent.REQUEST_BEGUN && state == State.BETWEEN) {
            state = State.RECEIVING;
            wanted = true;
        } else if (event == ConnectionEvent.DRAIN) {
            draining = true;
            if (state == State.BETWEEN || state == State.STREAMING) {
                state = State.CLOSING;
                context.close();
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (state == State.CLOSING) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            wanted = settings.pipelining() && HttpUtil.isKeepAlive(request);
            spelledOut = !request.protocolVersion().isKeepAliveDefault();
        }
        if (message instanceof LastHttpContent) {
            state = State.ANSWERING;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (state == State.BETWEEN || state == State.RECEIVING) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse response) {
            whole(context, response, promise);
        } else if (message instanceof HttpResponse response) {
            begin(context, response, promise);
        } else if (message instanceof LastHttpContent) {
            context.write(message, promise).addListener(written -> close(context));
        } else {
            context.write(message, promise);
        }
    }

    /** An answer that goes on until somebody ends it. Meanwhile nobody listens to the client, but for its going away. */
    private void begin(ChannelHandlerContext context, HttpResponse response, ChannelPromise promise) {
        state = State.STREAMING;
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.write(response, promise);
        Deafness.begin(context.channel());
        if (draining) {
            context.close();
        }
    }

    private void whole(ChannelHandlerContext context, FullHttpResponse response, ChannelPromise promise) {
        boolean last = !wanted || draining || saysClose(response.headers());
        if (last) {
            state = State.CLOSING;
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (spelledOut) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        context.write(response, promise).addListener((ChannelFuture written) -> {
            if (last || draining || !written.isSuccess()) {
                close(context);
            } else {
                state = State.BETWEEN;
                context.pipeline().fireUserEventTriggered(ConnectionEvent.ANSWERED);
            }
        });
    }

    private static boolean saysClose(HttpHeaders headers) {
        return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }

    private void close(ChannelHandlerContext context) {
        state = State.CLOSING;
        LingeringClose.begin(context.channel(), settings.lingerTime());
    }
}
