package io.parley.sip.stack;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a connection: hands on what {@link StreamFramer} has read, and closes whoever takes too long.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>in</th><th>on</th><th>to</th><th>at most for</th></tr>
 *   <tr><td>-</td><td>connected</td><td>receiving</td><td>the time for a message; the handshake has its own</td></tr>
 *   <tr><td>receiving</td><td>the end of a message, or a keep-alive</td><td>idle</td><td>idle time</td></tr>
 *   <tr><td>idle</td><td>the first byte of a message</td><td>receiving</td><td>the time for a message</td></tr>
 *   <tr><td>-</td><td>connected by us</td><td>idle</td><td>idle time</td></tr>
 * </table>
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private final Connection connection;
    private final Transactions transactions;
    private final StackTimes times;
    private final boolean ours;
    private long deadline;
    private @Nullable Future<?> alarm;

    /** A handler; {@code ours} for a connection that we have opened. */
    ConnectionHandler(Connection connection, Transactions transactions, StackTimes times, boolean ours) {
        this.connection = connection;
        this.transactions = transactions;
        this.times = times;
        this.ours = ours;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        limit(context, ours ? times.idle() : times.message());
        if (connection.peer().transport() != Transport.TLS) {
            connection.established();
        }
        context.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                connection.established();
            } else {
                LOG.debug("No TLS with {}", connection.peer().address(), handshake.cause());
                context.close();
            }
        } else if (event == StreamEvent.PINGED) {
            limit(context, times.idle());
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Reading reading) {
            transactions.received(reading, connection);
        } else if (message == StreamEvent.BEGUN) {
            limit(context, times.message());
        } else if (message == StreamEvent.ENDED) {
            limit(context, times.idle());
        } else if (message == StreamEvent.BROKEN) {
            connection.closeBehind();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("Closing the connection of {}", connection.peer().address(), cause);
        context.close();
    }

    /** One alarm for each connection, which looks at the time when it rings: a busy one hardly touches the timer queue. */
    private void limit(ChannelHandlerContext context, Duration time) {
        long now = context.executor().ticker().nanoTime();
        long before = deadline;
        deadline = now + time.toNanos();
        if (alarm == null || deadline - before < 0) {
            if (alarm != null) {
                alarm.cancel(false);
            }
            ringIn(context, time.toNanos());
        }
    }

    private void ringIn(ChannelHandlerContext context, long nanos) {
        alarm = context.executor().schedule(() -> ring(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void ring(ChannelHandlerContext context) {
        long left = deadline - context.executor().ticker().nanoTime();
        if (left > 0) {
            ringIn(context, left);
        } else {
            LOG.debug(
                    "Closing the connection of {}: out of time",
                    connection.peer().address());
            alarm = null;
            context.close();
        }
    }
}
