package io.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a load: one request at a time. Those that are due while one is on its way wait, and their time counts from when they were
 * due: who measures only what he sends forgets whom he kept waiting.
 */
final class Connection extends SimpleChannelInboundHandler<ByteBuf> {

    private static final int EVERY = 64;

    private final int number;
    private final Traffic traffic;
    private final Observation observation;
    private final boolean closed;
    private final Queue<Long> due = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private long began;
    private long answers;
    private boolean waits;

    /** A connection that asks again when it is answered, if {@code closed}, else when something is due. */
    Connection(int number, Traffic traffic, Observation observation, boolean closed) {
        this.number = number;
        this.traffic = traffic;
        this.observation = observation;
        this.closed = closed;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        this.context = added;
    }

    /** Asks once; called in the event loop. */
    void begin() {
        ask(System.nanoTime());
    }

    /** A request is due since {@code when}; called in the event loop. */
    void due(long when) {
        if (waits) {
            due.add(when);
        } else {
            ask(when);
        }
    }

    private void ask(long since) {
        ChannelHandlerContext open = context;
        if (open == null) {
            throw new IllegalStateException("connection " + number + " is not there yet");
        }
        began = since;
        waits = true;
        open.writeAndFlush(Unpooled.wrappedBuffer(traffic.next(number)))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext open, ByteBuf body) {
        waits = false;
        long now = System.nanoTime();
        observation.answered(began, now);
        if (answers++ % EVERY == 0) {
            traffic.answered(number, body.toString(StandardCharsets.UTF_8));
        }
        if (observation.isOver()) {
            observation.finished(waiting());
        } else if (closed) {
            ask(now);
        } else if (!due.isEmpty()) {
            ask(due.remove());
        }
    }

    /** Whether there is nothing that it waits for. */
    boolean isIdle() {
        return !waits;
    }

    private int waiting() {
        return due.size();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext open, Throwable thrown) {
        observation.failed(thrown);
    }

    @Override
    public void channelInactive(ChannelHandlerContext open) {
        observation.failed(new IllegalStateException("the server closed connection " + number));
    }
}
