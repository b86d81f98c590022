package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Following;
import io.parley.ports.out.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of server-sent events (WHATWG HTML, section "Server-sent events"), from its beginning until somebody ends it.
 *
 * <p>One event is on its way at a time, and the next is asked for when that one has left: somebody slow costs one event of memory and
 * skips what is no longer retained by then. One thread at a time asks for events; whoever has news while it does leaves a mark, so
 * that it looks again.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class EventStream implements Reply {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final byte[] BEGINNING = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Feeds feeds;
    private final Executor executor;
    private final InstantSource clock;
    private final EventText text;
    private final HttpVersion version;
    private final Told told;
    private final AtomicInteger marks = new AtomicInteger();

    private @Nullable Following following;
    private Runnable ended = () -> {};
    private volatile @Nullable Channel channel;
    private volatile boolean onItsWay;
    private volatile boolean closed;
    private volatile OptionalLong sent;
    private boolean stalled; // touched by the scheduler only
    private volatile Scheduler.Task heartbeat = () -> {};

    EventStream(
            Feeds feeds,
            Executor executor,
            InstantSource clock,
            EventText text,
            OptionalLong after,
            HttpVersion version,
            Told told) {
        this.feeds = feeds;
        this.executor = executor;
        this.clock = clock;
        this.text = text;
        this.sent = after;
        this.version = version;
        this.told = told;
    }

    /** Where the events come from, and what to do at the end; before it is sent. */
    void follow(Following source, Runnable atTheEnd) {
        this.following = source;
        this.ended = atTheEnd;
    }

    @Override
    public void send(ChannelHandlerContext context) {
        Channel connection = context.channel();
        connection.closeFuture().addListener(gone -> close());
        connection.attr(Told.KEY).set(told);
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        HttpUtil.setTransferEncodingChunked(response, version.equals(HttpVersion.HTTP_1_1));
        // The beginning may stall as well as an event: the heartbeat sees to it from now on.
        onItsWay = true;
        channel = connection;
        beatLater();
        context.write(response);
        context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(BEGINNING)))
                .addListener(written -> {
                    onItsWay = false;
                    wake();
                });
    }

    /** There may be something new. Called by any thread, and returns at once. */
    void wake() {
        Channel connection = channel;
        if (connection != null && !closed && marks.getAndIncrement() == 0) {
            // Not on the thread that commits.
            connection.eventLoop().execute(this::workElsewhere);
        }
    }

    private void workElsewhere() {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException full) {
            // Whatever there is to send is sent with the next heartbeat.
            marks.set(0);
        }
    }

    private void work() {
        int seen = 1;
        do {
            try {
                sendNext();
            } catch (RuntimeException | Error fault) {
                Incident.of(fault).report(LOG, "A stream of events ends");
                end();
            }
            seen = marks.addAndGet(-seen);
        } while (seen > 0);
    }

    private void sendNext() {
        Following source = following;
        if (onItsWay || closed || source == null) {
            return;
        }
        Optional<ConferenceEvent> next = source.after(sent);
        if (next.isPresent()) {
            onItsWay = true;
            send(next.get());
        }
    }

    private void send(ConferenceEvent event) {
        write(event).addListener((ChannelFuture written) -> {
            if (!written.isSuccess()) {
                close();
            } else if (event.type().isLast()) {
                end();
            } else {
                sent = OptionalLong.of(event.sequence());
                onItsWay = false;
                wake();
            }
        });
    }

    private ChannelFuture write(ConferenceEvent event) {
        // A number of his own that he has already tells whoever may no longer see the conference nothing.
        String head = "event: " + event.type().word() + "\nid: " + event.sequence() + "\ndata: ";
        ByteBuf lines = Unpooled.wrappedBuffer(
                head.getBytes(StandardCharsets.US_ASCII), text.of(event), "\n\n".getBytes(StandardCharsets.US_ASCII));
        return connection().writeAndFlush(new DefaultHttpContent(lines));
    }

    private void beatLater() {
        if (!closed) {
            heartbeat = feeds.scheduler().at(clock.instant().plus(feeds.heartbeat()), this::beat);
        }
    }

    private void beat() {
        if (closed) {
            return;
        }
        if (onItsWay && stalled) {
            LOG.debug("Ending a stream to {}: it takes nothing", connection().remoteAddress());
            connection().close();
            return;
        }
        stalled = onItsWay;
        if (!onItsWay) {
            connection().writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(HEARTBEAT)));
            wake();
        }
        beatLater();
    }

    private void end() {
        connection().writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        close();
    }

    private Channel connection() {
        Channel connection = channel;
        if (connection == null) {
            throw new IllegalStateException("The stream has not begun");
        }
        return connection;
    }

    private synchronized void close() {
        if (!closed) {
            closed = true;
            heartbeat.cancel();
            Following source = following;
            if (source != null) {
                source.close();
            }
            ended.run();
        }
    }
}
