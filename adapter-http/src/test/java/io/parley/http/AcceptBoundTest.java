package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many connections are open at most, whoever has yet to find out that he had to leave. */
class AcceptBoundTest {

    private final EmbeddedChannel socket =
            new EmbeddedChannel(new AcceptBound(ServerBounds.defaults().connections(10)));

    @Test
    void noneIsAcceptedWhileTooManyAreOpen() {
        List<EmbeddedChannel> accepted = new ArrayList<>();
        while (socket.config().isAutoRead()) {
            accepted.add(new EmbeddedChannel());
            socket.writeInbound(accepted.get(accepted.size() - 1));
        }
        assertThat(accepted).hasSize(10 + 256);

        accepted.get(7).close();
        socket.runPendingTasks();
        assertThat(socket.config().isAutoRead()).isTrue();
        socket.writeInbound(new EmbeddedChannel());
        assertThat(socket.config().isAutoRead()).isFalse();
    }
}
