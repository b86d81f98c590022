package io.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees each request come and its answer go, and reports both as one to the observer when the answer has left, or the connection has
 * ended before. Stands next to the socket, where every answer passes, whoever gives it.
 */
final class Witness extends ChannelDuplexHandler {

    private static final int LONGEST = 256;
    private static final String NONE = "-";
    private static final Pattern STRANGE = Pattern.compile("[^!-~]");

    private final ServerObserver observer;
    private @Nullable String peer;
    private String method = NONE;
    private String path = NONE;
    private long began;
    private boolean timed;
    private boolean pending;
    private int status;
    private long bytes;

    Witness(ServerObserver observer) {
        this.observer = observer;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ConnectionEvent.REQUEST_BEGUN) {
            began = context.executor().ticker().nanoTime();
            timed = true;
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            pending = true;
            method = printable(request.method().name());
            path = printable(RequestPath.of(request));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            pending = true;
            status = response.status().code();
            bytes = 0;
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
        }
        boolean last = message instanceof LastHttpContent;
        context.write(message, promise);
        if (last) {
            promise.unvoid().addListener(written -> report(context));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        report(context);
        context.fireChannelInactive();
    }

    private void report(ChannelHandlerContext context) {
        if (!pending) {
            return;
        }
        @Nullable Told heard = context.channel().attr(Told.KEY).getAndSet(null);
        Told told = Objects.requireNonNullElse(heard, Told.NOTHING);
        long nanos = timed ? context.executor().ticker().nanoTime() - began : 0;
        observer.served(new ServedRequest(
                method,
                path,
                told.message(),
                told.operation(),
                told.conference().map(Witness::printable),
                told.code(),
                status,
                bytes,
                Duration.ofNanos(nanos),
                peer(context),
                told.incident()));
        pending = false;
        method = NONE;
        path = NONE;
        timed = false;
        status = 0;
        bytes = 0;
    }

    /** Without whatever could end a line of a log, or look like another of its fields. */
    private static String printable(String text) {
        if (text.length() <= LONGEST && isPrintable(text)) {
            return text;
        }
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return STRANGE.matcher(cut).replaceAll("?");
    }

    private static boolean isPrintable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '!' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private String peer(ChannelHandlerContext context) {
        if (peer == null) {
            peer = address(context.channel().remoteAddress());
        }
        return peer;
    }

    private static String address(SocketAddress peer) {
        return peer instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress() + ":" + internet.getPort()
                : NONE;
    }
}
