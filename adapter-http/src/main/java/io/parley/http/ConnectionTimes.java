package io.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection whose peer takes too long (RFC 6503 section 10.4).
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>in</th><th>on</th><th>to</th><th>at most for</th></tr>
 *   <tr><td>-</td><td>connected</td><td>idle</td><td>idle time</td></tr>
 *   <tr><td>idle</td><td>first byte of a request</td><td>receiving</td><td>request time</td></tr>
 *   <tr><td>receiving</td><td>request complete</td><td>working</td><td>no limit: that is the service's affair</td></tr>
 *   <tr><td>receiving, working</td><td>answer written</td><td>sending</td><td>request time</td></tr>
 *   <tr><td>sending</td><td>answer has left</td><td>idle</td><td>idle time</td></tr>
 *   <tr><td>working</td><td>beginning of an answer written</td><td>streaming</td><td>no limit: {@code EventStream} sees to it</td></tr>
 * </table>
 *
 * <p>There is one alarm for each connection. It is moved when it has to ring sooner, and otherwise looks at the time when it rings:
 * a busy connection hardly touches the timer queue.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ConnectionTimes extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTimes.class);
    private static final long NEVER = Long.MAX_VALUE;

    private final Duration requestTime;
    private final Duration idleTime;
    private long deadline = NEVER;
    private long ringsAt;
    private boolean receiving;
    private @Nullable Future<?> alarm;

    ConnectionTimes(ServerSettings settings) {
        this.requestTime = settings.requestTime();
        this.idleTime = settings.idleTime();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        limit(context, idleTime);
        context.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ConnectionEvent.REQUEST_BEGUN && !receiving) {
            receiving = true;
            limit(context, requestTime);
        } else if (event == ConnectionEvent.ANSWERED) {
            receiving = false;
            limit(context, idleTime);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            deadline = NEVER;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse) {
            limit(context, requestTime);
        }
        context.write(message, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        deadline = NEVER;
        cancel();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline = NEVER;
        cancel();
        context.fireChannelInactive();
    }

    private void limit(ChannelHandlerContext context, Duration time) {
        long now = context.executor().ticker().nanoTime();
        deadline = now + time.toNanos();
        if (alarm == null || ringsAt > deadline) {
            cancel();
            set(context, now);
        }
    }

    private void set(ChannelHandlerContext context, long now) {
        ringsAt = deadline;
        alarm = context.executor().schedule(() -> ring(context), deadline - now, TimeUnit.NANOSECONDS);
    }

    private void ring(ChannelHandlerContext context) {
        alarm = null;
        long now = context.executor().ticker().nanoTime();
        if (now >= deadline) {
            LOG.debug(
                    "Closing the connection of {}: out of time",
                    context.channel().remoteAddress());
            context.close();
        } else if (deadline != NEVER) {
            set(context, now);
        }
    }

    private void cancel() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
