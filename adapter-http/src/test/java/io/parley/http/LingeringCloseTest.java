package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a connection behind its last answer. */
class LingeringCloseTest {

    private static final int KIBIBYTE = 1024;

    private final HalfClosable channel = new HalfClosable();

    @BeforeEach
    void begin() {
        channel.freezeTime();
        channel.config().setAutoRead(false);
        LingeringClose.begin(channel, Duration.ofSeconds(1));
    }

    @Test
    void onlyTheSendingSideEndsAtOnceAndTheOtherIsDrained() {
        assertThat(channel.isOutputShutdown()).isTrue();
        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.config().isAutoRead()).isTrue();
        ByteBuf late = Unpooled.buffer().writeZero(KIBIBYTE);
        channel.writeInbound(late);
        assertThat(late.refCnt()).isZero();
        assertThat(channel.inboundMessages()).isEmpty();
    }

    @Test
    void itTakesOnlySoLong() {
        channel.advanceTimeBy(999, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void itReadsOnlySoMuch() {
        for (int i = 0; i < KIBIBYTE; i++) {
            channel.writeInbound(Unpooled.buffer().writeZero(KIBIBYTE));
        }
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(Unpooled.buffer().writeZero(1));
        assertThat(channel.isOpen()).isFalse();
    }

    /** A channel without a socket whose sides end one by one. */
    private static final class HalfClosable extends EmbeddedChannel implements DuplexChannel {

        private boolean outputShutdown;

        @Override
        public boolean isInputShutdown() {
            return false;
        }

        @Override
        public ChannelFuture shutdownInput() {
            return newSucceededFuture();
        }

        @Override
        public ChannelFuture shutdownInput(ChannelPromise promise) {
            return promise.setSuccess();
        }

        @Override
        public boolean isOutputShutdown() {
            return outputShutdown;
        }

        @Override
        public ChannelFuture shutdownOutput() {
            outputShutdown = true;
            return newSucceededFuture();
        }

        @Override
        public ChannelFuture shutdownOutput(ChannelPromise promise) {
            outputShutdown = true;
            return promise.setSuccess();
        }

        @Override
        public boolean isShutdown() {
            return !isOpen();
        }

        @Override
        public ChannelFuture shutdown() {
            return close();
        }

        @Override
        public ChannelFuture shutdown(ChannelPromise promise) {
            return close(promise);
        }
    }
}
