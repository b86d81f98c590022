package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts the streams of a connection of HTTP/2, and closes it in order (GOAWAY, RFC 9113 section 6.8) when it has had none for too long
 * or when the server closes: its streams are told so, and those that have begun are still answered. Other frames do not keep it open.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Http2Idle extends ChannelInboundHandlerAdapter {

    private final ServerSettings settings;
    private final Set<Channel> streams = new HashSet<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> alarm;

    Http2Idle(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        arm();
    }

    /** Counts {@code stream} until it is closed. */
    void count(Channel stream) {
        streams.add(stream);
        cancel();
        stream.closeFuture().addListener(closed -> {
            streams.remove(stream);
            if (streams.isEmpty()) {
                arm();
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext triggered, Object event) {
        if (event == ConnectionEvent.DRAIN) {
            List.copyOf(streams).forEach(stream -> stream.pipeline().fireUserEventTriggered(event));
            triggered.close();
        }
        triggered.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        cancel();
        context = null;
    }

    private void arm() {
        ChannelHandlerContext here = context;
        if (here != null && here.channel().isActive()) {
            cancel();
            alarm = here.executor()
                    .schedule(() -> here.close(), settings.idleTime().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void cancel() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
