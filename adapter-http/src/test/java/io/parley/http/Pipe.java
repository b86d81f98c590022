package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A connection to the server's handlers without a socket, whose time stands still unless it is moved. */
final class Pipe implements AutoCloseable {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final MockTicker time = Ticker.newMockTicker();
    private final EmbeddedChannel channel;

    Pipe(CcmpHttpServerBuilder server) {
        this(server.settings());
    }

    Pipe(ServerSettings settings) {
        this(handlers(settings));
    }

    /** With handlers between the socket that is not there and the server's. */
    Pipe(CcmpHttpServerBuilder server, ChannelHandler nearSocket) {
        this(nearSocket, handlers(server.settings()));
    }

    private static ChannelHandler handlers(ServerSettings settings) {
        return ConnectionPipeline.clear(settings, new Connections(settings), new Protocols(settings));
    }

    private Pipe(ChannelHandler... handlers) {
        channel = EmbeddedChannel.builder()
                .ticker(time)
                .register(false)
                .handlers(handlers)
                .build();
        channel.config().setAllocator(allocator);
        try {
            channel.register();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Pipe send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends these bytes, which arrive together. Nobody hears them when the connection is closed. */
    Pipe send(byte[] bytes) {
        if (channel.isOpen()) {
            channel.writeInbound(allocator.heapBuffer().writeBytes(bytes));
        }
        return this;
    }

    /** Lets time pass and everything happen that is due. */
    Pipe pass(Duration duration) {
        time.advance(duration.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        return this;
    }

    Pipe tell(ConnectionEvent event) {
        channel.pipeline().fireUserEventTriggered(event);
        return this;
    }

    /** What has been sent since the last call, as text. */
    String text() {
        return new String(sent(), StandardCharsets.UTF_8);
    }

    /** The responses that have been sent since the last call. */
    List<Answer> answers() {
        ByteArrayInputStream in = new ByteArrayInputStream(sent());
        List<Answer> answers = new ArrayList<>();
        while (in.available() > 0) {
            try {
                answers.add(Answer.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return answers;
    }

    private byte[] sent() {
        channel.runPendingTasks();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            try {
                bytes.readBytes(sent, bytes.readableBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                bytes.release();
            }
        }
        return sent.toByteArray();
    }

    /** The one response that has been sent since the last call. */
    Answer answer() {
        List<Answer> answers = answers();
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Ends the connection, and sees that no buffer is left behind. */
    @Override
    public void close() {
        channel.finishAndReleaseAll();
        assertThat(allocator.metric().usedHeapMemory()).as("bytes not released").isZero();
    }
}
