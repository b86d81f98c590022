package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.parley.spec.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a peer may take, in a time that only the test moves: 30 s for a request, 60 s between two. */
class ConnectionTimesTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Echo echo = new Echo();

    @Test
    @Requirement("CCMP-D10-04")
    void aSenderOfOneByteASecondIsCutOff() {
        String request = Post.of("body");
        try (Pipe pipe = new Pipe(echo.server())) {
            for (int i = 0; i < 30; i++) {
                assertThat(pipe.isOpen()).as("after %d seconds", i).isTrue();
                pipe.send(request.substring(i, i + 1)).pass(SECOND);
            }
            assertThat(pipe.isOpen()).isFalse();
            assertThat(pipe.answers()).isEmpty();
        }
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    @Requirement("CCMP-D10-04")
    void aSlowBodyIsCutOffToo() {
        for (String request : new String[] {Post.of("x".repeat(500)), Post.chunked("x".repeat(500))}) {
            try (Pipe pipe = new Pipe(echo.server())) {
                pipe.send(request.substring(0, 200)).pass(REQUEST.minus(MOMENT));
                pipe.send(request.substring(200, 300));
                assertThat(pipe.isOpen()).isTrue();
                assertThat(pipe.pass(MOMENT).isOpen()).isFalse();
            }
        }
        assertThat(echo.seen()).isEmpty();
    }

    @Test
    void theRestOfARefusedRequestHasNoMoreTime() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n").pass(REQUEST);
            assertThat(pipe.isOpen()).isFalse();
        }
    }

    @Test
    void aRequestThatIsJustInTimeIsAnswered() {
        String request = Post.of("body");
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.pass(IDLE.minus(MOMENT));
            pipe.send(request.substring(0, 10)).pass(REQUEST.minus(MOMENT));
            assertThat(pipe.send(request.substring(10)).answer().status()).isEqualTo(200);
            assertThat(pipe.pass(REQUEST).isOpen()).isTrue();
        }
    }

    @Test
    void eachRequestHasItsOwnTime() {
        try (Pipe pipe = new Pipe(echo.server())) {
            for (int i = 0; i < 10; i++) {
                String request = Post.of("body");
                pipe.send(request.substring(0, 10)).pass(REQUEST.minus(MOMENT));
                assertThat(pipe.send(request.substring(10)).answers()).hasSize(1);
                pipe.pass(IDLE.minus(MOMENT));
            }
            assertThat(pipe.pass(MOMENT).isOpen()).isFalse();
        }
    }

    @Test
    void aPipelinedRequestThatHasBegunHasTheTimeOfARequest() {
        try (Pipe pipe = new Pipe(echo.server())) {
            pipe.send(Post.of("body") + "POST").pass(REQUEST.minus(MOMENT));
            assertThat(pipe.answers()).hasSize(1);
            assertThat(pipe.isOpen()).isTrue();
            assertThat(pipe.pass(MOMENT).isOpen()).isFalse();
        }
    }

    @Test
    void whoeverSaysNothingIsCutOff() {
        try (Pipe pipe = new Pipe(echo.server())) {
            assertThat(pipe.pass(IDLE.minus(MOMENT)).isOpen()).isTrue();
            assertThat(pipe.pass(MOMENT).isOpen()).isFalse();
        }
    }

    @Test
    void emptyLinesAreNoRequestAndGainNoTime() {
        try (Pipe pipe = new Pipe(echo.server())) {
            for (int i = 0; i < 30; i++) {
                assertThat(pipe.isOpen()).isTrue();
                pipe.send("\r\n").pass(SECOND);
            }
            assertThat(pipe.isOpen()).isFalse();
        }
    }

    @Test
    void theServiceMayTakeItsTime() {
        Later later = new Later();
        try (Pipe pipe = new Pipe(echo.server().executor(later))) {
            pipe.send(Post.of("body")).pass(Duration.ofMinutes(10));
            assertThat(pipe.isOpen()).isTrue();
            later.runNext();
            assertThat(pipe.answer().status()).isEqualTo(200);
            assertThat(pipe.pass(IDLE.minus(MOMENT)).isOpen()).isTrue();
        }
    }

    @Test
    void whoeverDoesNotTakeItsAnswerIsCutOff() {
        try (Pipe pipe = new Pipe(echo.server(), new FullSocket())) {
            pipe.send(Post.of("one") + Post.of("two"));
            assertThat(echo.seen())
                    .as("work done before the first answer has left")
                    .containsExactly("one");
            assertThat(pipe.pass(REQUEST.minus(MOMENT)).isOpen()).isTrue();
            assertThat(pipe.pass(MOMENT).isOpen()).isFalse();
        }
    }

    /** Takes what is written and never sends it. */
    private static final class FullSocket extends ChannelOutboundHandlerAdapter {
        @Override
        public void flush(ChannelHandlerContext context) {}
    }
}
